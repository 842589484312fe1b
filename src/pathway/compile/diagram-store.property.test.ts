import fc from "fast-check";
import { expect, test } from "vitest";
import { DiagramStore, DiagramTooLarge, type NodeId, operation } from "./diagram-store.ts";

const ARITIES = [2, 3, 2];
const CELLS = 12;
const BOUNDS = { maxNodes: 1000, maxSteps: 1000 };

/** The diagram of a function given by its value on every cell. */
function fromTable(store: DiagramStore, table: readonly number[], level = 0): NodeId {
  if (level === ARITIES.length) return store.terminal(table[0] ?? 0);
  const arity = ARITIES[level] ?? 1;
  const share = table.length / arity;
  const parts = Array.from({ length: arity }, (_, at) => table.slice(at * share, (at + 1) * share));
  return store.node(
    level,
    parts.map((part) => fromTable(store, part, level + 1)),
  );
}

const table = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: CELLS, maxLength: CELLS });

test("two diagrams are one node exactly when their functions are equal", () => {
  fc.assert(
    fc.property(table, table, (left, right) => {
      const store = new DiagramStore(ARITIES, BOUNDS);
      const same = left.every((value, at) => value === right[at]);
      expect(fromTable(store, left) === fromTable(store, right)).toBe(same);
    }),
  );
});

test("combining two diagrams combines their functions cell by cell", () => {
  fc.assert(
    fc.property(table, table, (left, right) => {
      const store = new DiagramStore(ARITIES, BOUNDS);
      const on = (a: number, b: number) => Math.min(a, b);
      const combined = store.combine(
        operation(on, { decides: (value) => value === 0, commutes: true }),
        fromTable(store, left),
        fromTable(store, right),
      );
      expect(combined).toBe(
        fromTable(
          store,
          left.map((value, at) => on(value, right[at] ?? 0)),
        ),
      );
    }),
  );
});

test("a store that is full says how large it grew", () => {
  const store = new DiagramStore(ARITIES, { ...BOUNDS, maxNodes: 2 });
  store.terminal(0);
  store.terminal(1);
  expect(() => store.terminal(2)).toThrow(DiagramTooLarge);
});
