"""`potret build --scheduler`: the same shards, made by the workers of a Dask cluster.

Folders and finished schools travel through a store that all machines reach; Dask carries digests and names only.
Nothing from the store is believed: each file is checked against a digest that came with Dask's own message.
"""
