import { defineConfig } from "vitest/config";

// Files share a process: code, library and browser are loaded once (unit tests are five times faster so, on two cores).
export default defineConfig({
  test: {
    setupFiles: ["test/setup-properties.ts"],
    maxWorkers: 3, // one more than cores: browser tests wait for the browser half of their time
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["src/**/*.test.{ts,tsx}", "test/*.test.ts"],
          exclude: ["**/node_modules/**", "test/*.slow.test.ts"],
          isolate: false,
          // A busy machine must not fail a test of behaviour: nothing here is a timed test.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      { extends: true, test: { name: "slow", include: ["test/*.slow.test.ts"], testTimeout: 600_000 } },
      {
        extends: true,
        test: {
          name: "end-to-end",
          include: ["test/end-to-end/**/*.test.ts"],
          globalSetup: ["test/end-to-end/build-first.ts"],
          isolate: false,
          // A test of pages looks at many of them, some long; again, a busy machine must not fail it.
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
