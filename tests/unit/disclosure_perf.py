import json, statistics as st, time
from uuid import uuid4
from sqlalchemy import text
from tests.factories import filing_payload, filing_attachments, made_up_number
from mirasapo.intake.receive import receive
from mirasapo.disclosure.rule import Actor
from mirasapo.disclosure import settings
from mirasapo.gate import reveal as R
from mirasapo.gate.reveal import reveal
from mirasapo.gate.search import search
from mirasapo.disclosure.acting import act_as
from tests.disclosure_world import add_institution

def med(f,n=20):
    ts=[]
    for _ in range(n):
        t=time.perf_counter(); f(); ts.append((time.perf_counter()-t)*1e3)
    return round(ts[0],1), round(st.median(ts),2), round(min(ts),2)

def test_perf(platform):
    d=platform.databases; cat=platform.catalog
    biz=[]
    for b in range(6):
        for k in range(3):
            p=filing_payload(cat, "04", made_up_number(b), seed=b*10+k)
            p["fiscal_year"]=2022+k if k<2 else 2023
            a=filing_attachments(p)
            r=receive(d, platform.lake, cat, client_id="jgrants-04", programmes=["04"], body=json.dumps(p).encode(), attachments=a)
        biz.append(r.business_id)
    with d.intake.begin() as c: inst=add_institution(c,"x","chamber")
    for b in biz:
        with d.gateway.begin() as c:
            settings.set_line(c, platform.policy, Actor(str(uuid4()),7,business_id=b), audience=f"institution:{inst}", effect="allow", purpose=6, data_classes=[1,2,3,6,7,8,10,11,12])
    with d.intake.connect().execution_options(isolation_level="AUTOCOMMIT") as c:
        print(c.execute(text("select count(*) from core.filing")).scalar(), c.execute(text("select count(*) from core.provenance")).scalar())
    sup=Actor(str(uuid4()),5,institution_id=inst,kind="chamber"); own=Actor(str(uuid4()),7,business_id=biz[0]); off=Actor(str(uuid4()),2)
    v=reveal(d,cat,platform.policy,sup,6,biz[0],through="t")
    print("values",len(v.values), "stems", len({(x.layer,x.table) for x in v.values}))
    for name,a,p in (("supporter",sup,6),("own",own,3),("officer",off,2)):
        print(name, med(lambda: reveal(d,cat,platform.policy,a,p,biz[0],through="t")))
    from sqlalchemy import bindparam, Uuid as U
    src=R._OPEN_ROWS.text
    src=src.replace(R._open_bits("f"),"67108863::bigint").replace(R._open_bits("p"),"67108863::bigint")
    UNG=text(src).bindparams(bindparam("business",type_=U),bindparam("filing",type_=U))
    def part(login, actor, purpose):
        with d.engine(login).begin() as c:
            if login=="gateway": act_as(c, actor, purpose)
            else: c.execute(text("select "+",".join(f"set_config('mirasapo.{n}','{v}',true)" for n,v in {"keys":"{}","business":str(biz[0]),"account":"a","recipient":"7","purpose":"3","moment":"2026-11-01T00:00Z","public_bits":"67108863","own_bits":"67108863","policy_bits":"0","line_bits":"0"}.items())))
            old=R._OPEN_ROWS
            if login=="intake": R._OPEN_ROWS=UNG
            try: list(R._values(cat, R._read(c, biz[0], None, {"filing","master","open"})))
            finally: R._OPEN_ROWS=old
    print("read as intake, unguarded", med(lambda: part("intake",None,None)))
    print("read as gateway supporter", med(lambda: part("gateway",sup,6)))
    print("read as gateway own", med(lambda: part("gateway",own,3)))
    import cProfile, pstats
    pr=cProfile.Profile(); pr.enable()
    for _ in range(5): reveal(d,cat,platform.policy,sup,6,biz[0],through="t")
    pr.disable(); pstats.Stats(pr).sort_stats("cumtime").print_stats(35)
    for login,actor,purpose in (("gateway",sup,6),):
        with d.engine(login).begin() as c:
            act_as(c, actor, purpose)
            asked={f"{l}_layer": True for l in R.LAYERS}|{"business":biz[0],"filing":None}
            from sqlalchemy import text as T
            q=T("EXPLAIN (ANALYZE, BUFFERS OFF) "+R._OPEN_ROWS.text).bindparams(*R._OPEN_ROWS._bindparams.values()) if 0 else None
            t=time.perf_counter(); rows=c.execute(R._OPEN_ROWS, asked).all(); print("sql", (time.perf_counter()-t)*1e3, len(rows))
            t=time.perf_counter(); rows=c.execute(T("select count(*) from core.provenance where business_id=:b"),{"b":biz[0]}).all(); print("prov", (time.perf_counter()-t)*1e3, rows)
            for r in c.execute(T("explain analyze select * from core.provenance where business_id=:b"),{"b":biz[0]}).all(): print(r[0])
