"""取得API: what the platform fetches itself — the register of corporations and gBizINFO."""
