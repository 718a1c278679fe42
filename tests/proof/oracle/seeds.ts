import { randomInt } from "node:crypto"

const given = process.env["ORACLE_SEED"]

/** The seed of every run. Each rule has its say with it. */
export const fixedSeed = 20_201_120

/** The seeds of this run: the one of `ORACLE_SEED`, else the fixed one and another each time. */
export const seeds: ReadonlyArray<number> = given === undefined ? [fixedSeed, randomInt(2 ** 31)] : [Number(given)]

/** How a run with a seed is repeated. */
export const repeat = (seed: number): string =>
  `repeat: ORACLE_SEED=${seed} npx --yes pnpm@12.21.0 test -- --project tests proof/oracle`
