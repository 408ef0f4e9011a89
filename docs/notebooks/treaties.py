import marimo

__generated_with = "0.25.2"
app = marimo.App(app_title="The treaty network of the Americas since 1960")


@app.cell
def _():
    import marimo as mo
    from matplotlib.figure import Figure

    import coordgraph as cg

    return Figure, cg, mo


@app.cell
def _(mo):
    mo.md(
        """
        # The treaty network of the Americas since 1960

        A worker who pays contributions in two countries needs an agreement between them, or the
        years in one are lost. Which states of the Americas are tied by agreements on social
        security, to each other and to others, and how did that network grow?
        """
    )


@app.cell
def _(cg):
    store = cg.load()
    years = [*range(1960, 2026, 5)]

    def network_in(year):
        """Return what is known to be in force at the end of a year."""
        return cg.project(
            store,
            network="agreements",
            between="states",
            as_of=f"{year}-12-31",
            undated="drop",
        )

    grown = {year: network_in(year) for year in years}
    return grown, network_in, store, years


@app.cell
def _(Figure, grown):
    counts = {
        year: (len(one.actors), len(one.merged()), len(one.incidence.mechanisms))
        for year, one in grown.items()
    }
    growth = Figure(figsize=(8, 4))
    axes = growth.add_subplot()
    for place, (name, style) in enumerate(
        (("states", "-"), ("pairs of states", "--"), ("agreements", ":"))
    ):
        axes.plot([*counts], [row[place] for row in counts.values()], style, label=name)
    axes.set_title("Known to be in force at the end of the year")
    axes.set_ylim(bottom=0)
    axes.legend(frameon=False)
    growth
    return counts, growth


@app.cell
def _(counts, mo, years):
    began = next(year for year in years if counts[year][2])
    first, last = counts[began], counts[years[-1]]
    mo.md(
        f"""
        The first of these years at whose end an agreement is known to be in force is {began}:
        there were {first[2]}, which tied {first[1]} pairs of {first[0]} states. At the end of
        {years[-1]}, there were {last[2]}, and {last[1]} pairs of {last[0]} states. Agreements
        whose dates are not known are left out, so that these are the fewest there were.
        """
    )
    return began, first, last


@app.cell
def _(cg, grown, years):
    latest = grown[years[-1]]
    central = cg.centrality(latest, measures=["degree", "betweenness", "core"])
    cg.show(central, f"States at the end of {years[-1]}, by number of partners", rows=12)
    return central, latest


@app.cell
def _(cg, grown, mo, years):
    leaders = {}
    for year in years[::3]:
        table = cg.centrality(grown[year], measures=["degree"]).to_pylist()
        leaders[year] = ", ".join(f"{row['label']} ({row['degree']})" for row in table[:3])
    listed = "\n".join(f"| {year} | {who} |" for year, who in leaders.items())
    mo.md(f"## Who has most partners\n\n| end of | states (partners) |\n|---|---|\n{listed}")
    return (leaders,)


@app.cell
def _(cg, grown, years):
    cg.plot(grown[years[4]], title=f"Agreements known to be in force at the end of {years[4]}")


@app.cell
def _(mo):
    mo.md(
        """
        ## Following one number

        What does the first state's place rest on? Each partner, and each agreement with it, is
        listed with its sources.
        """
    )


@app.cell
def _(cg, central, latest, store):
    first_state = central.to_pylist()[0]["actor"]
    why = cg.explain(latest, first_state, "degree", store=store)
    why
    return first_state, why


if __name__ == "__main__":
    app.run()
