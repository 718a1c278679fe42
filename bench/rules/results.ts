/** A line of `bench/results/rules.json`. Lower ratios are better. */
export interface Row {
  readonly name: string
  readonly unit: string
  readonly median: number
  readonly min: number
  readonly max: number
  readonly against: string
  readonly ratio: number
  readonly ratioMin: number
  readonly ratioMax: number
  readonly goal: string
  readonly holds: boolean
}

/** What `bench/results/rules.json` holds. */
export interface Results {
  readonly suite: "rules"
  readonly commit: string
  readonly machine: string
  readonly rounds: number
  /** What the machine did besides, before the run began: processes that wanted a core, for each core. */
  readonly loadPerCore: number
  readonly rows: ReadonlyArray<Row>
}

/** What a ratio may differ by on another day, on a machine that others use too. */
const noise = 1.35

/** What got worse than the committed rows: a ratio beyond the noise, a goal that was met, a row that is gone or new. */
export const worse = (committed: ReadonlyArray<Row>, rows: ReadonlyArray<Row>): ReadonlyArray<string> => [
  ...committed.filter(({ name }) => !rows.some((row) => row.name === name)).map(({ name }) => `${name}: is gone`),
  ...rows.flatMap(({ goal, holds, name, ratio }) => {
    const before = committed.find((row) => row.name === name)
    if (before === undefined) return [`${name}: is not committed`]
    return [
      ...(ratio > before.ratio * noise ? [`${name}: was ${before.ratio}x, is ${ratio}x`] : []),
      ...(before.holds && !holds ? [`${name}: met its goal, ${goal}, and misses it with ${ratio}x`] : [])
    ]
  })
]

const begin = "<!-- made by bench rules -->"
const end = "<!-- end -->"

/** A page of figures with those of the results between its marks. */
export const withFigures = (page: string, { commit, loadPerCore, machine, rounds, rows }: Results): string => {
  const figures = [
    "",
    `At ${commit}: ${machine}, ${rounds} rounds; ${loadPerCore} processes wanted each core before it began.`,
    "",
    "| what | ours | against | ratio | goal | held |",
    "|---|---|---|---|---|---|",
    ...rows.map(
      ({ against, goal, holds, median, name, ratio, ratioMax, ratioMin }) =>
        `| ${name} | ${median} ns | ${against} | ${ratio}x [${ratioMin}-${ratioMax}] | ${goal} | ${holds ? "yes" : "**no**"} |`
    ),
    ""
  ]
  return `${page.slice(0, page.indexOf(begin) + begin.length)}\n${figures.join("\n")}\n${page.slice(page.indexOf(end))}`
}
