import { describe, expect, test } from "vitest";
import { readCustomersCommand } from "../../../../src/coach/customers/read-customers-command.ts";

function register(text: string) {
  const command = readCustomersCommand(text);
  return command?.kind === "register" ? command.about : undefined;
}

describe("what people say of the register", () => {
  test.each([
    ["Asiakkaat", { kind: "list", of: "all" }],
    ["luotsi, omat asiakkaat.", { kind: "list", of: "mine" }],
    ["my customers", { kind: "list", of: "mine" }],
    ["asiakkaat myyjittäin", { kind: "groups", by: "person" }],
    ["asiakas: Virtasen Konepaja", { kind: "add", text: "Virtasen Konepaja" }],
    ["uusi asiakas: Saha\nMylly", { kind: "add", text: "Saha\nMylly" }],
    ["new customer: Smith Ltd", { kind: "add", text: "Smith Ltd" }],
    ["lisää asiakas", { kind: "new" }],
    ["hae virtasen konepajalle", { kind: "find", words: "virtasen konepajalle" }],
    ["asiakas virtanen", { kind: "find", words: "virtanen" }],
    ["find customer smith", { kind: "find", words: "smith" }],
    ["vie asiakkaat", { kind: "export", format: "xlsx" }],
    ["vie asiakkaat csv", { kind: "export", format: "csv" }],
    ["viennit", { kind: "exports" }],
    ["tuo asiakkaat", { kind: "how-to-import" }],
  ])("%s", (text, command) => {
    expect(register(text)).toEqual(command);
  });

  test.each(["avaa digikypsyys", "näytä kooste", "moi", "asiakkaat ovat tyytyväisiä, mutta hinta painaa", ""])(
    "%s is something else",
    (text) => {
      expect(register(text)).toBeUndefined();
    },
  );
});
