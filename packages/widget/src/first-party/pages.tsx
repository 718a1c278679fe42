import { render } from "preact"
import { readShell } from "../frame/readShell.ts"
import { App } from "./App.tsx"
import { takeActivationCode } from "./log-in/activationCode.ts"
import type { PageData } from "./PageData.ts"
import "./pages.css"

takeActivationCode()

const root = document.getElementById("mtc-page")
const data = readShell("page") as PageData | null
if (root !== null && data !== null) render(<App data={data} />, root)
