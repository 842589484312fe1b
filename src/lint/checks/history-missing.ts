import type { ContentCheck } from "../content-check.ts";
import { lintDiagnostics } from "../lint-diagnostics.ts";

/** One date says nothing of what changed: each version is listed, newest first, and the newest is the one that is shown. */
export const historyMissing: ContentCheck = {
  code: "history-missing",
  asks: "does the topic say its version, what changed and when?",
  check({ topic: { changes, lastUpdated }, placeIn }) {
    const [newest] = changes;
    const report = (what: string, path: readonly (string | number)[]) =>
      lintDiagnostics.report("history-missing", { what }, placeIn("topic.yaml", path));
    if (newest === undefined)
      return [report("the topic has no version and does not say what changed", ["lastUpdated"])];
    const versions = changes.map(({ version }) => version);
    return [
      ...(newest.date === lastUpdated
        ? []
        : [report(`the newest change is of ${newest.date} and the text of ${lastUpdated}`, ["changes", 0, "date"])]),
      ...changes.flatMap(({ date, version }, index) => {
        const older = changes[index + 1];
        return [
          ...(older !== undefined && older.date > date
            ? [report(`version \`${version}\` is older than the one below it`, ["changes", index, "date"])]
            : []),
          ...(versions.indexOf(version) < index
            ? [report(`version \`${version}\` is listed twice`, ["changes", index, "version"])]
            : []),
        ];
      }),
    ];
  },
};
