"""Print side by side: PDFs made in worker processes and kept by what they were made from."""

from potret.printed import Publication
from potret.printshop.order import Order
from potret.printshop.plan import Wish, orders, publish, wanted
from potret.printshop.shop import PrintShop

__all__ = ["Order", "PrintShop", "Publication", "Wish", "orders", "publish", "wanted"]
