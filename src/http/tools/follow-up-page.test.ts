import { describe, expect, test } from "vitest";
import { sampleApp } from "../../../test/fixtures/sample-app.ts";
import { shippedLibrary } from "../../../test/real-library.ts";

const { app } = sampleApp((await shippedLibrary()).wellspring);
const PAGE = "/topics/suspected-leg-dvt/follow-up";
const INCOMPLETE = "?scan=incomplete";

async function open(query = "") {
  return (await app.request(PAGE + query)).text();
}

function send(path: string, date: string) {
  return app.request(path, {
    method: "POST",
    body: new URLSearchParams({ date }).toString(),
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
}

describe("the follow-up planner", () => {
  test("without a patient shows every window that the pathway knows, each once", async () => {
    const html = await open();
    expect(html).toContain("Windows that the pathway knows");
    expect(html).toContain("3 days after first scan");
    expect(html.match(/class="plan"/g)?.length).toBeGreaterThan(4);
  });

  test("for a patient shows the windows that guidelines lead to, by guideline", async () => {
    const html = await open(INCOMPLETE);
    expect(html).toContain("Windows for this patient");
    expect(html).toMatch(/class="hint" lang="en">[^<]*SRU 2018/);
  });

  test("counts dates from the day of the scan, with their weekday", async () => {
    const html = await (await send(PAGE + INCOMPLETE, "2026-11-29")).text();
    expect(html).toContain("5–7 days after first scan");
    expect(html).toContain("Friday, 4 December 2026 to Sunday, 6 December 2026");
  });

  test("keeps the date out of every address on the page", async () => {
    const html = await (await send(PAGE + INCOMPLETE, "2026-11-29")).text();
    const addresses = [...html.matchAll(/(?:href|action|formaction)="([^"]*)"/g)].map(([, address]) => address);
    expect(addresses.filter((address) => address?.includes("2026-11-29"))).toEqual([]);
  });

  test.each(["2026-02-30", "tomorrow", "<i>", "9".repeat(5000)])("takes no date like %s, and says so", async (date) => {
    const html = await (await send(PAGE, date)).text();
    expect(html).toContain("is not a date: write it as year-month-day");
    expect(html).not.toContain("plan-dates");
    expect(html).not.toContain("<i>");
  });

  test("ends: each result of the next scan has its step", async () => {
    const html = await open(INCOMPLETE);
    expect(html).toContain("How it ends");
    expect(html).toContain('<dt lang="en">If normal again');
  });
});

describe("the calendar file", () => {
  test("has an event for each window, and names nobody", async () => {
    const response = await send(`${PAGE}.ics?scan=acute-isolated-distal`, "2026-11-29");
    expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(response.headers.get("cache-control")).toBe("no-store");
    const text = await response.text();
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    expect(text).toContain("DTSTART;VALUE=DATE:20261206\r\nDTEND;VALUE=DATE:20261207");
    expect(text).toContain("DTSTART;VALUE=DATE:20261213\r\n");
  });

  test("is not made without a date", async () => {
    const response = await send(`${PAGE}.ics`, "");
    expect(response.headers.get("content-type")).toContain("text/html");
  });

  test("is made for no other site", async () => {
    const response = await app.request(`${PAGE}.ics`, {
      method: "POST",
      body: "date=2026-11-29",
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        "sec-fetch-site": "cross-site",
        origin: "https://elsewhere.example",
      },
    });
    expect(response.status).toBe(403);
  });
});
