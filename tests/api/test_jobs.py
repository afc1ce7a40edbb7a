"""The status of a job: for who asked for it, and for nobody else."""

from __future__ import annotations

from uuid import uuid4

import pytest

from mirasapo.identity import own_id
from mirasapo.store.job_queue import defer
from tests.api.visitors import PASSWORD


@pytest.fixture
def people(platform):
    """Two officers: as they sign in, and their account ids."""
    found = {}
    with platform.databases.gateway.begin() as conn:
        for _ in range(2):
            name = f"officer-{uuid4()}"
            account = own_id.create_account(
                conn, role="officer", name=name, password=PASSWORD, display_name="担当"
            )
            found[name] = str(account)
    return found


def test_only_who_asked_for_a_job_sees_it(platform, script, people):
    (mine, asked_by), (other, _) = people.items()
    with platform.databases.intake.begin() as conn:
        job_id = defer(conn, "counts", asked_by=asked_by, batch_id=str(uuid4()))
        nobodys = defer(conn, "tidy_uploads", queue="slow")
    script.sign_in(mine)
    answer = script("GET", f"/api/v1/jobs/{job_id}")
    assert answer.status_code == 200
    found = answer.json()
    assert (found["job_id"], found["state"], found["task"]) == (job_id, "waiting", "counts")
    assert not {"arguments", "asked_by"} & found.keys()
    for hidden in (nobodys, job_id + 1000, 0, -1, 10**30):
        assert script("GET", f"/api/v1/jobs/{hidden}").status_code == 404
    script.sign_in(other)
    assert script("GET", f"/api/v1/jobs/{job_id}").status_code == 404
