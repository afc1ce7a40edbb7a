"""Permissions are a sorted list of one shape, and every role and scope has only those."""

from __future__ import annotations

import re

from mirasapo.identity.permissions import OWN_ID_ROLES, ROLES, SCOPES, Permission


def test_permissions_are_in_order_and_of_one_shape() -> None:
    values = [permission.value for permission in Permission]
    assert values == sorted(values)
    assert all(re.fullmatch(r"[a-z_]+:[a-z_]+:[a-z_]+", value) for value in values)
    for permission in Permission:
        assert permission.name == permission.value.replace(":", "_").upper()


def test_every_permission_is_somebodys() -> None:
    given = frozenset().union(*ROLES.values(), *SCOPES.values())
    assert given == frozenset(Permission)


def test_nobody_signs_in_as_a_business_with_the_own_id() -> None:
    assert set(OWN_ID_ROLES) == set(ROLES) - {"business"}


def test_only_a_business_answers_and_only_a_supporter_asks() -> None:
    for permission in Permission:
        holders = {role for role, permissions in ROLES.items() if permission in permissions}
        if permission.startswith("business:"):
            assert holders == {"business"}
        if permission.startswith("institution:"):
            assert holders == {"supporter"}
        if permission.startswith("programme:"):
            assert holders == set()
