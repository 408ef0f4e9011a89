import marimo

__generated_with = "0.25.2"
app = marimo.App(app_title="Who coordinates in Argentina's social security")


@app.cell
def _():
    import marimo as mo
    import pyarrow.compute as pc

    import coordgraph as cg

    return cg, mo, pc


@app.cell
def _(mo):
    mo.md(
        """
        # Who coordinates in Argentina's social security

        Several of the practices that the International Social Security Association described
        are led by institutions of Argentina, or take in the Argentine state. Who meets whom in
        them, at which level, and on whom does it hang?
        """
    )


@app.cell
def _(cg, mo):
    store = cg.load()
    led = """
        PREFIX cg: <https://w3id.org/coordgraph/ns#>
        PREFIX place: <https://w3id.org/coordgraph/id/place/>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        SELECT DISTINCT ?practice ?name {
          ?practice a cg:Practice ; cg:country place:arg ; skos:prefLabel ?name
          FILTER(LANG(?name) = "en")
        } ORDER BY ?name
        """
    practices = {row["practice"].value: row["name"].value for row in store.select(led)}
    listed = "\n".join(f"- {name}" for name in practices.values())
    mo.md(f"These are the practices in Argentina, or in which it takes part:\n\n{listed}")
    return practices, store


@app.cell
def _(cg, store):
    network = cg.project(store, network="practices")
    network
    return (network,)


@app.cell
def _(cg, network, pc):
    everyone = cg.centrality(network, measures=["strength", "degree", "betweenness"])
    argentina = everyone.filter(pc.equal(everyone["country"], "ARG"))
    cg.show(argentina, "Actors of Argentina in the practices, by strength", rows=10)
    return argentina, everyone


@app.cell
def _(argentina, everyone, mo, network):
    most = argentina.sort_by([("betweenness", "descending")]).to_pylist()[0]
    groups = sum(argentina["group"].to_pylist())
    mo.md(
        f"""
        {argentina.num_rows} of the {everyone.num_rows} actors are of Argentina;
        {groups} of these are known only by their kind, as trade unions are. Such a node stands
        for many bodies, and gathers ties that none of them has alone.

        **{most["label"]}** lies on most shortest paths between others: betweenness
        {most["betweenness"]:.3f}, with {most["degree"]} counterparts. The whole network has
        {len(network.ties)} ties, one for each pair and level.
        """
    )
    return groups, most


@app.cell
def _(mo):
    mo.md(
        """
        ## What is that number made of?

        Each tie of the ministry gives a part of its betweenness, and each mechanism behind a
        tie leads to the line of the article where it is written.
        """
    )


@app.cell
def _(cg, most, network, store):
    why = cg.explain(network, most["actor"], "betweenness", store=store)
    why
    return (why,)


@app.cell
def _(cg, mo, pc, store):
    levels = {}
    for level in ("policy", "operational", "service-delivery"):
        table = cg.centrality(cg.project(store, level=level), measures=["degree"])
        here = table.filter(pc.equal(table["country"], "ARG"))
        tied = here.filter(pc.greater(here["degree"], 0))
        levels[level] = (tied.num_rows, tied.to_pylist()[0]["label"])
    rows = "\n".join(f"| {name} | {n} | {who} |" for name, (n, who) in levels.items())
    head = "| level | actors tied | most counterparts |\n|---|---|---|"
    mo.md(f"## Level by level\n\n{head}\n{rows}")
    return (levels,)


@app.cell
def _(cg, store):
    payroll = cg.project(store, practice="digital-payroll")
    cg.plot(payroll, title="The single payroll record: who is tied to whom, at which level")
    return (payroll,)


@app.cell
def _(mo):
    mo.md(
        """
        ## What the numbers do not say

        Ties at no stated level are kept apart: the source tells of a mechanism and states no
        level for it. The article contradicts itself on some levels; both readings are in the
        data (`coordgraph query levels/conflicts`). Who takes part is what one article tells: a
        tie that is not here may well exist.
        """
    )


if __name__ == "__main__":
    app.run()
