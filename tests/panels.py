"""The panel of a made-up world as a cut would show it, without a database between."""

from __future__ import annotations

import numpy as np
import pandas as pd

from mirasapo.app.sample.world import STUDIED, World


def panel_of(world: World) -> pd.DataFrame:
    """Applicants of the calls with a basis for study: one row per business and fiscal year."""
    rows = [
        {
            "pseudonym": f"{business.index:06d}",
            "fiscal_year": accounts.fiscal_year,
            "first_adopted_fiscal_year": business.adopted_in,
            "log_net_sales": np.log(accounts.net_sales_yen),
            "log_value_added": np.log(accounts.value_added_yen),
        }
        for business in world.businesses
        if not business.withdraws and business.adopted_in != 2021
        if any(one.fiscal_year in STUDIED for one in business.applications)
        for accounts in business.accounts
    ]
    return pd.DataFrame(rows).astype({"first_adopted_fiscal_year": "Int64"})
