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
    trace: "retain-on-failure",
  },
});
