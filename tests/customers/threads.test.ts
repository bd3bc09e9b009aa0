import { writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, test } from "vitest";
import { exportRows, exportXlsx } from "../../src/customers/exchange/export-customers.ts";
import { MOST_ROWS } from "../../src/customers/exchange/read-table.ts";
import { readCustomers } from "../../src/customers/reading/read-customers.ts";
import { readInThread } from "../../src/customers/reading/read-in-thread.ts";
import { writeInThread } from "../../src/customers/writing/write-in-thread.ts";
import { bundle } from "../store/run-bundled.ts";
import { sampleCustomer } from "./sample-customer.ts";
import { READING, textCell, utf8, workbook } from "./sample-files.ts";

const ENOUGH = { milliseconds: 60_000, megabytes: 768 };
const TOO_HEAVY = { kind: "refused", why: "too-heavy", headings: [] };

describe("a file that is read in a thread", () => {
  let bundled: Awaited<ReturnType<typeof bundle>>;
  let thread: string;
  beforeAll(async () => {
    bundled = await bundle("src/customers/reading/reading-thread.ts");
    thread = resolve(bundled.file);
  });
  afterAll(() => bundled.remove());

  const lines = (count: number) => Array.from({ length: count }, (_, nth) => `Asiakas ${nth};${nth},50;abc`).join("\n");

  it.each([
    ["of a few rows", utf8(`Nimi;Myynti;Puhelin\n${lines(3)}`)],
    ["of many", utf8(`Nimi;Myynti;Puhelin\n${lines(1234)}`)],
    [
      "that is a workbook",
      workbook(`<row r="1">${textCell("A1", "Nimi")}</row><row r="2">${textCell("A2", "ABB")}</row>`),
    ],
    ["without names", utf8("Väri;Koko\nsininen;1")],
    ["that is no table", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])],
    ["that is empty", new Uint8Array()],
  ])("%s says the same as one that is read at once", async (_, bytes) => {
    expect(await readInThread(thread, ENOUGH)(bytes, READING)).toEqual(await readCustomers(bytes, READING));
  });

  it("with 50,000 rows lets others do their work meanwhile, and comes after the one before", async () => {
    const read = readInThread(thread, ENOUGH);
    const order: string[] = [];
    let isRead = false;
    let turns = 0;
    const others = (async () => {
      for (; !isRead; turns++) await new Promise((resolve) => setImmediate(resolve));
    })();
    const [large, small] = await Promise.all([
      read(utf8(`Nimi;Myynti;Puhelin\n${lines(MOST_ROWS)}`), READING).finally(() => order.push("large")),
      read(utf8("Nimi\nABB\n"), READING).finally(() => order.push("small")),
    ]);
    isRead = true;
    await others;
    expect(large.kind === "rows" && large.rows.length).toBe(MOST_ROWS);
    expect(small.kind === "rows" && small.rows.length).toBe(1);
    expect(order).toEqual(["large", "small"]);
    expect(turns).toBeGreaterThan(MOST_ROWS / 500);
  });

  it("that needs too much memory is refused, and the next one is read", async () => {
    const read = readInThread(thread, { ...ENOUGH, megabytes: 24 });
    expect(await read(utf8(`Nimi;Myynti;Puhelin\n${lines(MOST_ROWS)}`), READING)).toEqual(TOO_HEAVY);
    expect(await read(utf8("Nimi\nABB\n"), READING)).toMatchObject({ kind: "rows" });
  });

  it("that takes too long is refused", async () => {
    const endless = join(dirname(thread), "endless.mjs");
    await writeFile(endless, "for (;;);");
    const read = readInThread(endless, { ...ENOUGH, milliseconds: 200 });
    expect(await read(utf8("Nimi\nABB\n"), READING)).toEqual(TOO_HEAVY);
  });

  it("whose thread cannot start is an error that is told", async () => {
    await expect(
      readInThread(join(dirname(thread), "nowhere.mjs"), ENOUGH)(utf8("Nimi\nABB\n"), READING),
    ).rejects.toThrow();
  });
});

test("a workbook that is written in a thread is read as one that is written at once", async () => {
  const bundled = await bundle("src/customers/writing/writing-thread.ts");
  onTestFinished(bundled.remove);
  const write = writeInThread(resolve(bundled.file));
  const all = Array.from({ length: 3 }, (_, nth) => sampleCustomer({ _id: `k${nth}`, name: `Asiakas ${nth}` }));
  const rows = exportRows(all, { language: "fi", nameOf: () => "" });
  const [first, second] = await Promise.all([write(rows), write(rows.slice(0, 2))]);
  expect(await readCustomers(first, READING)).toEqual(await readCustomers(await exportXlsx(rows), READING));
  expect(await readCustomers(second, READING)).toMatchObject({ rows: [{ draft: { content: { name: "Asiakas 0" } } }] });
  await expect(writeInThread(`${bundled.file}.gone`)(rows)).rejects.toThrow();
});
