import { defineConfig } from "@playwright/test";
import { launchOptions } from "./chromium.js";

export default defineConfig({
  testDir: ".",
  outputDir: "../../target/e2e",
  // A test that passes only at the second try hides a fault.
  retries: 0,
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  // What measures how long the page's thread is held runs when nothing else does.
  projects: [
    { name: "tasks", testIgnore: "brushing.spec.js" },
    { name: "alone", testMatch: "brushing.spec.js", dependencies: ["tasks"] },
  ],
  use: {
    launchOptions,
    // A worker that keeps the site would answer what tests hold back or change; offline.spec.js lets it.
    serviceWorkers: "block",
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    screenshot: "only-on-failure",
    // A trace of every test costs a third more time; `TRACE=1` keeps those of failed tests.
    trace: process.env.TRACE ? "retain-on-failure" : "off",
  },
});
