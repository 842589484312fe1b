import { accountContract } from "./account-store.contract.ts";

accountContract("SQLite", async () => ":memory:");
