import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { codes, draft, founded, opened } from "../src/store/record/record-store.contract.ts";
import { lostOf, writeUntilKilled } from "./support/killed-writer.ts";

/**
 * How often the power is cut. These tests mount file systems, so they want root and loop devices and run on request only:
 * `POWER_CUTS=20 npx vitest run --project slow test/power-cut`.
 */
const CUTS = Number(process.env.POWER_CUTS ?? 0);

let folder: string;
const mounted: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "wellspring-power-"));
});

afterEach(() => {
  for (const place of mounted.splice(0)) run("umount", "--lazy", place);
  rmSync(folder, { recursive: true, force: true });
});

function run(command: string, ...args: readonly string[]): void {
  execFileSync(command, args, { stdio: ["ignore", "ignore", "inherit"] });
}

/** Mounts a file system at a place of its own. */
function mount(name: string, ...args: readonly string[]): string {
  const place = join(folder, name);
  mkdirSync(place);
  run("mount", ...args, place);
  mounted.push(place);
  return place;
}

/** Lets the writer work for a while on a disk; gives what it was told and what the disk held at one moment, without the page cache. */
function cutPower(file: string, disk: string, copy: string, after: number): Promise<readonly string[]> {
  return writeUntilKilled(file, after, (writer) => {
    writer.kill("SIGSTOP");
    // What the file system has not been told to write down is not in the image: the kernel writes back on its own after 30 s only.
    run("cp", "--sparse=always", disk, copy);
    writer.kill("SIGKILL");
  });
}

test.skipIf(CUTS === 0)(
  `the power is cut ${CUTS} times while drafting, signing and publishing: nothing acknowledged is lost (on request: needs root and loop devices)`,
  async () => {
    let acknowledged = 0;
    for (let round = 0; round < CUTS; round++) {
      const disk = join(folder, `disk-${round}.img`);
      const copy = join(folder, `after-${round}.img`);
      run("truncate", "-s", "128M", disk);
      run("mkfs.ext4", "-q", "-F", "-E", "lazy_itable_init=0,lazy_journal_init=0", disk);
      // The journal is not written on its own within the time that a round takes.
      const before = mount(`before-${round}`, "-o", "loop,commit=300", disk);
      await (await opened(join(before, "record.sqlite"))).close();
      run("sync", "-f", before);
      const lines = await cutPower(join(before, "record.sqlite"), disk, copy, 100 + ((round * 137) % 1_400));
      const after = mount(`after-${round}`, "-o", "loop", copy);
      const record = await opened(join(after, "record.sqlite"));
      expect([round, await lostOf(lines, record), await record.verify([])]).toEqual([round, [], []]);
      // At most the entry that was written when the power went is there without having been told.
      expect((await record.entries()).length - lines.length).toBeLessThanOrEqual(1);
      await record.close();
      acknowledged += lines.length;
      for (const place of mounted.splice(0)) run("umount", place);
      rmSync(disk);
      rmSync(copy);
    }
    console.info(`${acknowledged} acknowledged, none lost`);
  },
  Math.max(60_000, CUTS * 60_000),
);

test.skipIf(CUTS === 0)(
  "a disk that is full refuses what was to be recorded, loses nothing, and takes more once there is room (on request: needs root)",
  async () => {
    const place = mount("small", "-t", "tmpfs", "-o", "size=1M", "tmpfs");
    const record = await founded(join(place, "record.sqlite"));
    const ballast = join(place, "ballast");
    writeFileSync(ballast, Buffer.alloc(300_000));
    let taken = 0;
    let refused: readonly string[] = [];
    for (let step = 0; refused.length === 0 && step < 2_000; step++) {
      refused = await codes(record.act(draft(String.fromCharCode(97 + (step % 26))), "desk"));
      if (refused.length === 0) taken++;
    }
    expect(refused).toEqual(["record-not-written"]);
    expect((await record.entries()).length).toBe(2 + taken);
    expect(await record.verify([])).toEqual([]);
    rmSync(ballast);
    expect(await codes(record.act(draft("!"), "desk"))).toEqual([]);
    await record.close();
    console.info(`${taken} recorded before the disk was full, none lost`);
  },
  120_000,
);
