@echo off
rem Buka kios di layar penuh (Windows). Keluar: Alt+F4. / Open the kiosk on the full screen (Windows). Leave: Alt+F4.
setlocal
set "alamat=%~dp0index.html"
set "pilihan=--kiosk --no-first-run --noerrdialogs --disable-session-crashed-bubble --disable-features=Translate --overscroll-history-navigation=0 --disable-pinch"
for %%B in (
  "%ProgramFiles%\Google\Chrome\Application\chrome.exe"
  "%ProgramFiles(x86)%\Google\Chrome\Application\chrome.exe"
  "%LocalAppData%\Google\Chrome\Application\chrome.exe"
  "%LocalAppData%\Chromium\Application\chrome.exe"
  "%ProgramFiles(x86)%\Microsoft\Edge\Application\msedge.exe"
  "%ProgramFiles%\Microsoft\Edge\Application\msedge.exe"
) do (
  if exist %%B (
    start "" %%B %pilihan% --user-data-dir="%LocalAppData%\potret-kios" "%alamat%"
    exit /b 0
  )
)
echo Chrome, Chromium, atau Edge tidak ditemukan. / Chrome, Chromium or Edge was not found.
pause
exit /b 1
