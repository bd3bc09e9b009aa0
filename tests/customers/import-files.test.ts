import { describe, expect, it, test } from "vitest";
import { readBusinessId } from "../../src/customers/exchange/business-id.ts";
import { columnOf } from "../../src/customers/exchange/fields.ts";
import { readRows } from "../../src/customers/exchange/read-rows.ts";
import { MOST_ROWS, readTable, readText } from "../../src/customers/exchange/read-table.ts";
import { fc } from "../support/properties.ts";
import { named, READING, rowsOf, textCell, utf8, utf16, windows1252, workbook } from "./sample-files.ts";

const TABLE = "Asiakas;Y-tunnus;Myynti\r\nVirtasen Konepaja;;1.234,56 €\r\nÄänekosken Sähkö;0112038-9;12 500,50 €\r\n";

describe("a file is read by what is in it", () => {
  it.each([
    ["in UTF-8", utf8(TABLE)],
    ["in UTF-8 with a byte order mark", utf8(`\uFEFF${TABLE}`)],
    ["in Windows-1252", windows1252(TABLE)],
    ["in UTF-16 with a mark", utf16(TABLE)],
    ["in UTF-16, the other way round", utf16(TABLE, { bigEndian: true })],
    ["in UTF-16 without a mark", utf16(TABLE, { mark: false })],
    ["with tabs", utf8(TABLE.replaceAll(";", "\t"))],
    ["with bars", utf8(TABLE.replaceAll(";", "|"))],
    [
      "with commas and quotes",
      utf8('Asiakas,Y-tunnus,Myynti\n"Virtasen Konepaja",,"1.234,56 €"\n"Äänekosken Sähkö",0112038-9,"12 500,50 €"\n'),
    ],
    ["with old line ends", utf8(TABLE.replaceAll("\r\n", "\r"))],
    ["with the separator told in its first line", utf8(`sep=;\r\n${TABLE}`)],
    ["under a title and empty lines", utf8(`Asiakasrekisteri 2027\n\n;;\n${TABLE}\n\n`)],
  ])("%s", async (_, bytes) => {
    const { rows } = await rowsOf(bytes);
    expect(rows.map(({ draft, problems }) => [draft?.content, problems])).toEqual([
      [{ name: "Virtasen Konepaja", present: { kind: "euros", cents: 123_456 } }, []],
      [{ name: "Äänekosken Sähkö", businessId: "0112038-9", present: { kind: "euros", cents: 1_250_050 } }, []],
    ]);
  });

  it("with quotes that hold separators, line ends and quotes", async () => {
    const read = await rowsOf(utf8('nimi;paikkakunta\n"Virtanen; ""Pojat""\nOy";Lahti\n'));
    expect(read.rows[0]?.draft?.content).toEqual({ name: 'Virtanen; "Pojat" Oy', town: "Lahti" });
  });

  it("with a quote that is never closed, as far as it goes", async () => {
    expect(named(await rowsOf(utf8('nimi;paikkakunta\n"Virtanen;Lahti\nMäkinen;Hollola\n')))).toHaveLength(1);
  });

  it("with 50,000 rows, and not with more", async () => {
    const lines = Array.from({ length: MOST_ROWS }, (_, nth) => `Asiakas ${nth};${nth},50`);
    const read = await rowsOf(utf8(`nimi;myynti\n${lines.join("\n")}`));
    expect([read.rows.length, read.rows.at(-1)?.draft?.content.name]).toEqual([MOST_ROWS, "Asiakas 49999"]);
    expect(await readTable(utf8(`nimi;myynti\n${lines.join("\n")}\nYksi liikaa;1`))).toEqual({
      kind: "refused",
      why: "too-many-rows",
    });
  });

  it.each([
    ["an empty file", new Uint8Array(), "empty"],
    ["a file of empty lines", utf8("\n\n ; ;\n"), "empty"],
    [
      "a picture renamed to .csv",
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 1, 2, 3, 4]),
      "not-a-table",
    ],
    ["a photograph", Uint8Array.from({ length: 3000 }, (_, at) => (at * 7919) % 256), "not-a-table"],
    ["an old Excel file", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), "old-excel"],
    ["a zip of something else", workbook("").slice(0, 60), "not-a-table"],
  ] as const)("%s is refused with what it is", async (_, bytes, why) => {
    const read = await readTable(bytes);
    expect(read.kind === "refused" && ["broken", "not-a-table"].includes(read.why) ? "not-a-table" : read).toEqual(
      why === "not-a-table" ? why : { kind: "refused", why },
    );
  });

  it("a small file that unfolds to a huge one is refused before it is unfolded", async () => {
    expect(await readTable(bomb(300_000_000))).toEqual({ kind: "refused", why: "too-large" });
  });
});

describe("a workbook", () => {
  it("is read with merged cells, formulas, numbers and errors", async () => {
    const rows = [
      `<row r="1">${textCell("A1", "Asiakasrekisteri")}</row>`,
      `<row r="2">${textCell("A2", "Asiakas")}${textCell("B2", "Myynti")}${textCell("C2", "Potentiaali")}</row>`,
      `<row r="3">${textCell("A3", "Virtanen")}<c r="B3"><f>1000+234.5</f><v>1234.5</v></c><c r="C3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>`,
      `<row r="5">${textCell("A5", "Mäkinen")}<c r="B5"><v>7</v></c></row>`,
    ].join("");
    const read = await rowsOf(workbook(rows, ["A1:C1"]));
    expect(read.rows.map(({ number, draft }) => [number, draft?.content])).toEqual([
      [3, { name: "Virtanen", present: { kind: "euros", cents: 123_450 } }],
      [5, { name: "Mäkinen", present: { kind: "euros", cents: 700 } }],
    ]);
    // A cell whose formula failed holds nothing.
    expect(read.rows.flatMap(({ problems }) => problems)).toEqual([]);
  });
});

describe("columns", () => {
  it("are matched by name in both languages, whatever stands around the words", async () => {
    const read = await rowsOf(
      utf8(
        "Company Name;E-MAIL;Yhteyshenkilö:;person_in_charge;Puhelin 2;Yhteyshenkilo 2;growth\nABB;a@abb.fi;Mika;Pekka;040 2;Liisa;4\n",
      ),
    );
    expect(read.ignored).toEqual([]);
    expect(read.rows[0]?.draft).toMatchObject({
      content: { name: "ABB", person: "p1" },
      contactPersons: [
        { name: "Mika", email: "a@abb.fi" },
        { name: "Liisa", phone: "040 2" },
      ],
      scores: { growth: 4 },
    });
  });

  it.each([
    ["Viimeksi yhteydessä", "lastContact"],
    ["Last call", "lastContact"],
    ["Seuraava soitto", "nextContact"],
    ["Next follow-up", "nextContact"],
    ["Kännykkä", "contactPhone"],
    ["Mobile phone", "contactPhone"],
    ["Vastuussa", "person"],
    ["Account owner", "person"],
    ["Luokitus", "class"],
    ["Tier", "class"],
    ["Kotipaikka", "town"],
    ["Location", "town"],
  ])("%j is understood", (heading, field) => expect(columnOf(heading, [])).toEqual({ kind: "field", field, nth: 0 }));

  it("that are doubled or not known are told, and the first of two counts", async () => {
    const read = await rowsOf(utf8("Nimi;Asiakas;Hattukoko;\nVirtanen;Toinen;57;\n"));
    expect([read.doubled, read.ignored, named(read)]).toEqual([["Asiakas"], ["Hattukoko"], ["Virtanen"]]);
  });

  it("are matched past a typo", async () => {
    expect((await rowsOf(utf8("Asiakas;Paikakunta\nVirtanen;Lahti\n"))).rows[0]?.draft?.content.town).toBe("Lahti");
  });

  it("without names are told with what there is", () => {
    const table = readText("Hattukoko;Väri\n57;sininen\n");
    expect(table.kind === "table" && readRows(table.rows, READING)).toEqual({
      kind: "no-names",
      headings: ["Hattukoko", "Väri"],
    });
  });

  it("are not needed for a list of names, one on each line", async () => {
    const list = "Virtasen Konepaja\nKuljetus Lehtonen, Lahti\n\nABB\n";
    expect(named(await rowsOf(readText(list)))).toEqual(["Virtasen Konepaja", "Kuljetus Lehtonen, Lahti", "ABB"]);
  });
});

describe("each problem is told by its row", () => {
  it.each([
    ["Y-tunnus", "0112038-8", { kind: "wrong-business-id", field: "businessId", value: "0112038-8" }],
    ["Vastuuhenkilö", "Kalle", { kind: "unknown-person", field: "person", value: "Kalle" }],
    ["Vastuuhenkilö", "Satu", { kind: "several-persons", field: "person", value: "Satu", persons: ["p2", "p3"] }],
    ["Myynti", "paljon", { kind: "not-a-number", field: "present", value: "paljon" }],
    ["Myynti", "12.500", { kind: "two-ways", field: "present", value: "12.500", numbers: [12_500, 12.5] }],
    ["Luokka", "E", { kind: "not-a-class", field: "class", value: "E" }],
    ["Sähköposti", "mika(at)abb.fi", { kind: "not-an-email", field: "contactEmail", value: "mika(at)abb.fi" }],
    ["Viimeksi", "joskus", { kind: "not-a-date", field: "lastContact", value: "joskus" }],
    ["Viimeksi", "1.2.2027", { kind: "in-the-future", field: "lastContact", value: "1.2.2027" }],
    ["Elinkaari", "keski-ikä", { kind: "not-a-phase", field: "lifecycle", value: "keski-ikä" }],
    ["Ostaa jo", "ehkä", { kind: "not-yes-or-no", field: "buys", value: "ehkä" }],
    ["growth", "9", { kind: "off-scale", field: "score", value: "9", from: 1, to: 5 }],
    ["Yhteydenotot", "1000", { kind: "off-scale", field: "contactsPerYear", value: "1000", from: 0, to: 365 }],
    ["Paikkakunta", "x".repeat(101), { kind: "too-long", field: "town", value: "x".repeat(60) }],
    ["Puhelin", "abc", { kind: "not-a-phone", field: "contactPhone", value: "abc" }],
    ["Puhelin", "mika1234@abb.fi", { kind: "not-a-phone", field: "contactPhone", value: "mika1234@abb.fi" }],
    ["Paikkakunta", "=1+1", { kind: "formula", field: "town", value: "=1+1" }],
    ["Myynti", "#VALUE!", { kind: "formula-error", field: "present", value: "#VALUE!" }],
  ])("%s: %s", async (heading, cell, problem) => {
    const { rows } = await rowsOf(utf8(`Nimi\t${heading}\nVirtanen\t${cell}\n`));
    expect(rows.map(({ number, draft, problems }) => [number, draft?.content, problems])).toEqual([
      [2, { name: "Virtanen" }, [problem]],
    ]);
  });

  it.each(["040 555 0123", "+358 (0)40 555-0123", "vaihde 3412", "405550123", "09 123 45 (Mika, ark. 8–16)"])(
    "but not of what can be called: %s",
    async (phone) => {
      const { rows } = await rowsOf(utf8(`Nimi;Puhelin\nVirtanen;${phone}\n`));
      expect(rows.map(({ draft, problems }) => [draft?.contactPersons[0]?.phone, problems])).toEqual([[phone, []]]);
    },
  );

  it.each([
    ["=1+1", "formula"],
    ["=HYPERLINK(A1)", "formula"],
    ["+1+1", "not-a-name"],
    ["12,5", "not-a-name"],
    ["???", "not-a-name"],
  ])("a row whose customer is called %s can never be taken", async (name, kind) => {
    const { rows } = await rowsOf(utf8(`Nimi;Paikkakunta\n${name};Lahti\n`));
    expect(rows).toEqual([{ number: 2, draft: undefined, problems: [{ kind, field: "name", value: name }] }]);
  });

  it("a row without a name can never be taken", async () => {
    const { rows } = await rowsOf(utf8("Nimi;Paikkakunta\n;Lahti\n"));
    expect(rows).toEqual([{ number: 2, draft: undefined, problems: [{ kind: "no-name", field: "name", value: "" }] }]);
  });
});

describe("numbers", () => {
  it.each([
    ["12.500|1.234,56", [12_500, 1234.56]],
    ["12,500|1,234.56", [12_500, 1234.56]],
    ["12.500|0,75", [12_500, 0.75]],
    ["1 234 567|12 500,50 €", [1_234_567, 12_500.5]],
    ["12 t€|-5|0", [12_000, -5, 0]],
  ])("of a column are read as those that can be read in one way only: %s", async (column, expected) => {
    const cells = column.split("|").map((cell, nth) => `Asiakas ${nth}\t${cell}`);
    const { rows } = await rowsOf(utf8(`Nimi\tMyynti\n${cells.join("\n")}\n`));
    const read = rows.map(({ draft }) => draft?.content.present);
    expect(read).toEqual(expected.map((number) => ({ kind: "euros", cents: Math.round(number * 100) })));
  });
});

test.each([
  ["0112038-9", "0112038-9"],
  ["FI01120389", "0112038-9"],
  ["1120389", "0112038-9"],
  ["0112038-8", undefined],
  ["SE556036079301", "SE556036079301"],
])("the business id %s is kept as %s", (written, kept) => {
  expect(readBusinessId(written)).toBe(kept);
});

test("whatever bytes come, a table or a refusal comes of them", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string({ unit: "binary" }).map(utf8)),
      async (bytes) => {
        const table = await readTable(bytes);
        if (table.kind === "table") readRows(table.rows, READING);
        expect(["table", "refused"]).toContain(table.kind);
      },
    ),
  );
});

/** A zip of one entry that says how large it unfolds, as a hostile one does. */
function bomb(size: number): Uint8Array {
  const file = workbook("");
  const bytes = Buffer.from(file);
  // The central directory tells the size of each entry at its 24th byte (APPNOTE.TXT, 4.3.12).
  const at = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  bytes.writeUInt32LE(size, at + 24);
  return new Uint8Array(bytes);
}
