import { writeSync } from "node:fs"
import type { Reporter, TestModule, TestSpecification, Vitest } from "vitest/node"

/**
 * Ends a run with the plain line `N passed, N failed`, after everything else that is printed.
 *
 * **Details**
 *
 * Nothing is skipped here: a skipped or todo test, a file that does not load, a file without a test and an error outside
 * any test each count as failed, as does a run that found or did nothing, and the run ends with 1. A run that was narrowed by name or line leaves the others out.
 */
export class ClosingLine implements Reporter {
  private narrowed = false
  private failed = 0
  private passed = 0
  private watching = false

  onInit(vitest: Vitest): void {
    this.watching = vitest.config.watch
    this.narrowed = vitest.config.testNamePattern !== undefined
    if (this.watching) return
    const nothingIsFine = vitest.config.passWithNoTests
    process.once("exit", (code) => {
      const nothing = this.passed === 0 && !nothingIsFine
      if (this.failed === 0 && (nothing || code !== 0)) this.failed = 1
      if (this.failed > 0) process.exitCode = 1
      write(`\n${this.passed} passed, ${this.failed} failed\n`)
    })
  }

  onTestRunStart(specifications: ReadonlyArray<TestSpecification>): void {
    this.narrowed ||= specifications.some(({ testLines }) => testLines !== undefined && testLines.length > 0)
  }

  onTestRunEnd(modules: ReadonlyArray<TestModule>, unhandledErrors: ReadonlyArray<unknown>): void {
    this.passed = 0
    this.failed = unhandledErrors.length
    for (const module of modules) this.count(module)
    if (this.watching) write(`\n${this.passed} passed, ${this.failed} failed\n`)
  }

  private count(module: TestModule): void {
    let tests = 0
    for (const test of module.children.allTests()) {
      tests += 1
      const { state } = test.result()
      if (state === "passed") this.passed += 1
      else if (state === "failed" || !this.narrowed) {
        this.failed += 1
        if (state !== "failed") write(`Not run: ${module.relativeModuleId} > ${test.fullName}\n`)
      }
    }
    const suites = [...module.children.allSuites()]
    const broken = module.errors().length + suites.reduce((sum, suite) => sum + suite.errors().length, 0)
    if (broken > 0) this.failed += broken
    else if (tests === 0) {
      this.failed += 1
      write(`No test in: ${module.relativeModuleId}\n`)
    }
  }
}

/** Synchronous, so that the line is out before the process is; a full pipe is tried again. */
const write = (text: string): void => {
  for (let tries = 0; tries < 1000; tries++) {
    try {
      writeSync(1, text)
      return
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") return
    }
  }
}
