"""保存期間: what was refused, and what no filing ever named, goes when its term is over.

    core.expired_payloads(refused_before, unnamed_before) → sha256, kind, size_bytes
    core.expire_payloads(refused_before, unnamed_before, most) → sha256, kind, size_bytes

No login may delete a payload. Intake may have the second function do it, which knows what a term can
end, takes no moment of today, and leaves an entry (`core.erasure`) in the same breath.
"""

from __future__ import annotations

_MOMENTS = "refused_before timestamptz, unnamed_before timestamptz"
_FOUND = "RETURNS TABLE (sha256 text, kind text, size_bytes bigint)"
_REFUSED = "('refused_filing', 'refused_attachment')"

_EXPIRED = f"""
    CREATE OR REPLACE FUNCTION core.expired_payloads({_MOMENTS}) {_FOUND}
    LANGUAGE sql STABLE AS $$
    SELECT p.sha256, p.kind, p.size_bytes FROM core.payload p
     WHERE ((p.kind IN {_REFUSED} AND p.received_at < refused_before)
            OR (p.kind = 'upload' AND p.received_at < unnamed_before))
       AND NOT EXISTS (SELECT FROM core.upload u WHERE u.sha256 = p.sha256
                        AND u.expires_at > clock_timestamp())
       AND NOT EXISTS (SELECT FROM core.attachment a WHERE a.sha256 = p.sha256)
       AND NOT EXISTS (SELECT FROM core.filing f WHERE f.payload_sha256 = p.sha256)
       AND NOT EXISTS (SELECT FROM core.statement s WHERE s.payload_sha256 = p.sha256)
     ORDER BY p.received_at, p.sha256
    $$"""  # noqa: S608 - constants of this module only

# `kind` once more beside the list: a payload that a filing names meanwhile is none of it any more.
_EXPIRE = f"""
    CREATE OR REPLACE FUNCTION core.expire_payloads({_MOMENTS}, most int) {_FOUND}
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    #variable_conflict use_column
    DECLARE made uuid := gen_random_uuid();
    BEGIN
    IF greatest(refused_before, unnamed_before) > clock_timestamp() - interval '1 day' THEN
        RAISE 'a term is a day at least';
    END IF;
    INSERT INTO core.erasure (erasure_id, kind, ordered_by, reason)
    SELECT made, 'term', session_user, '保存期間の満了'
     WHERE EXISTS (SELECT FROM core.expired_payloads(refused_before, unnamed_before));
    RETURN QUERY
    WITH gone AS (
        DELETE FROM core.payload p
         USING (SELECT * FROM core.expired_payloads(refused_before, unnamed_before) LIMIT most) e
         WHERE p.sha256 = e.sha256 AND p.kind IN ('upload', 'refused_filing', 'refused_attachment')
        RETURNING p.sha256, p.kind, p.size_bytes
    )
    INSERT INTO core.erased_object AS o (erasure_id, sha256, kind, size_bytes)
    SELECT made, gone.sha256, gone.kind, gone.size_bytes FROM gone
    RETURNING o.sha256, o.kind, o.size_bytes;
    END $$"""  # noqa: S608 - same


def statements(intake: str) -> list[str]:
    """The functions, run by the owner; `intake` is the login that may have a term end."""
    return [
        _EXPIRED,
        _EXPIRE,
        f"REVOKE ALL ON FUNCTION core.expire_payloads({_MOMENTS}, most int) FROM PUBLIC",
        f'GRANT EXECUTE ON FUNCTION core.expire_payloads({_MOMENTS}, most int) TO "{intake}"',
    ]
