import { ConfigProvider, Effect } from "effect"
import { expect, test } from "vitest"
import { houseSettingsOf } from "../src/houseFacts.ts"
import { readServerConfig } from "../src/ServerConfig.ts"

const linkOf = async (environment: Readonly<Record<string, string>>) => {
  const settings = await Effect.runPromise(
    Effect.provideService(
      readServerConfig,
      ConfigProvider.ConfigProvider,
      ConfigProvider.fromUnknown({ MTC_ENV: "development", PUBLIC_BASE_URL: "http://localhost:8787", ...environment })
    )
  )
  return houseSettingsOf(settings).links.businessLogon
}

test.each([
  { link: "https://portal.example/business", leads: "https://portal.example/business" },
  { link: "http://localhost:8788/register", leads: "http://localhost:8788/register" },
  { link: "http://localhost:8787/register", leads: null },
  { link: "http://localhost:8787/", leads: null },
])("the form leads a business from its own server to $leads where the setting is $link", async ({ leads, link }) => {
  expect(await linkOf({ LINK_BUSINESS_LOGON: link })).toBe(leads)
})
