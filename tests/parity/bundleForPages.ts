import { createBuilder } from "vite"
import widget from "../../packages/widget/vite.config.ts"

/**
 * The code of an entry, bundled by the widget's own configuration as the frame is: minified.
 *
 * **Details**
 *
 * What the widget builds gives no question to the outside, so whoever asks one by itself needs an entry that does.
 */
export const bundleForPages = async (entry: string): Promise<string> => {
  const { build, ...frame } = widget.environments!.frame!
  const rolldownOptions = { ...build!.rolldownOptions, input: entry, preserveEntrySignatures: "strict" as const }
  const builder = await createBuilder({
    ...widget,
    configFile: false,
    plugins: [],
    environments: { frame: { ...frame, build: { ...build, rolldownOptions, write: false } } }
  })
  const built = await builder.build(builder.environments.frame!)
  if (!("output" in built)) throw new Error("one bundle was asked for")
  return built.output[0].code
}
