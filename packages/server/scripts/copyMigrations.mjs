// The compiler copies no SQL: the migrations go beside the built Database.
import { cpSync } from "node:fs"

const from = new URL("../src/database/migrations", import.meta.url)
const to = new URL("../dist/database/migrations", import.meta.url)
cpSync(from, to, { recursive: true })
