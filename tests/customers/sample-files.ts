import { zipSync } from "fflate";
import type { DraftRow } from "../../src/customers/exchange/draft.ts";
import { type Reading, type ReadRows, readRows } from "../../src/customers/exchange/read-rows.ts";
import { type ReadTable, readTable } from "../../src/customers/exchange/read-table.ts";
import { criterion, TODAY } from "./sample-customer.ts";

export const READING: Reading = {
  language: "fi",
  today: TODAY,
  rules: { criteria: [criterion("growth", 1)], scale: { min: 1, max: 5 } },
  people: [
    { id: "p1", name: "Pekka Lahtinen" },
    { id: "p2", name: "Satu Virtanen" },
    { id: "p3", name: "Satu Mäki" },
  ],
};

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function utf16(text: string, { bigEndian = false, mark = true } = {}): Uint8Array {
  const marked = mark ? `\uFEFF${text}` : text;
  const bytes = new Uint8Array(marked.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < marked.length; at++) view.setUint16(at * 2, marked.charCodeAt(at), !bigEndian);
  return bytes;
}

/** Western text as old Windows programs write it. */
export function windows1252(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => (letter === "€" ? 0x80 : letter.charCodeAt(0)));
}

export async function rowsOf(bytes: Uint8Array | ReadTable): Promise<Extract<ReadRows, { kind: "rows" }>> {
  const table = bytes instanceof Uint8Array ? await readTable(bytes) : bytes;
  if (table.kind !== "table") throw new Error(`refused: ${table.why}`);
  const read = readRows(table.rows, READING);
  if (read.kind !== "rows") throw new Error(`no names in ${read.headings.join()}`);
  return read;
}

export function named({ rows }: { readonly rows: readonly DraftRow[] }): readonly (string | undefined)[] {
  return rows.map(({ draft }) => draft?.content.name);
}

/** A workbook as Excel writes it, by the XML of its cells; `merged` ranges as Excel marks them. */
export function workbook(rows: string, merged: readonly string[] = []): Uint8Array {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const merges = merged.map((range) => `<mergeCell ref="${range}"/>`).join("");
  const parts = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Taul1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${merges === "" ? "" : `<mergeCells count="${merged.length}">${merges}</mergeCells>`}</worksheet>`,
  };
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, utf8(`<?xml version="1.0"?>${xml}`)])),
  );
}

/** A text cell of a workbook. */
export function textCell(at: string, text: string): string {
  return `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
}
