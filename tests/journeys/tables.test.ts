import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Outcome } from "../../src/channels/channel.ts";
import type { Form, FormLink } from "../../src/message/form.ts";
import { Journey, privately, thread } from "../support/journey.ts";
import { responseOf, roundOf, TEAM } from "../support/maturity-round.ts";

function formIn(outcome: Outcome): Form {
  if (outcome.kind !== "form") throw new Error(`No form but ${JSON.stringify(outcome)}`);
  return outcome.form;
}

function rowsIn(form: Form): { readonly texts: readonly string[]; readonly links: readonly FormLink[] } {
  const field = form.fields.find(({ kind }) => kind === "rows");
  if (field?.kind !== "rows") throw new Error("No rows");
  return {
    texts: field.rows.map(({ text }) => text),
    links: [...field.rows.map(({ edit }) => edit), ...(field.add ? [field.add] : [])],
  };
}

describe("a table in a dialog", () => {
  let journey: Journey;
  afterEach(() => journey.end());

  /** Taps a button within a dialog: it comes as a submit without values. */
  async function leadsTo(person: string, form: Form, label: string, place = privately(person)): Promise<Form> {
    const link = rowsIn(form).links.find((one) => one.label === label);
    if (!link) throw new Error(`No ${label} in ${JSON.stringify(form)}`);
    return formIn(
      await journey.receive({ ...journey.base(person, place), kind: "submitted", action: link.action, values: {} }),
    );
  }

  describe("of one's own", () => {
    const ROUND = "koneet:every-kind:1";
    const row = { name: "Vuosihuolto", price: "1 200", hours: "8" };
    beforeEach(async () => {
      journey = await Journey.begin({ flows: "tests/support/flows" });
      await journey.says("satu", "aloita huoltosuunnitelma", { in: TEAM });
      await journey.submits("satu", await journey.opensForm("satu", "Aloita kierros", TEAM), {}, TEAM);
      await journey.taps("jari", "Vastaa", TEAM);
      const said = "Koneen vuosihuolto|42|86 500 €|33 %|Suomessa|1, 2|puhelin|3|Satu kokoaa|5|2.2.2032|Q3/2032";
      for (const one of said.split("|")) await goesOn(one);
      if (journey.offers("jari", "Jatketaan nyt")) await journey.taps("jari", "Jatketaan nyt");
    });

    async function goesOn(said: string): Promise<void> {
      if (journey.offers("jari", "Jatketaan nyt")) await journey.taps("jari", "Jatketaan nyt");
      await journey.says("jari", said);
    }

    it("goes on with the table after each row, while the chat's card follows, and ends the question", async () => {
      expect(journey.sees("jari")).toContain("Tai kirjoita rivi puolipistein, suluissa vapaaehtoiset: Palvelu; Hinta;");
      const first = await journey.opensForm("jari", "Uusi rivi");
      const table = formIn(await journey.submits("jari", first, row));
      expect(journey.sees("jari")).not.toContain("puolipistei");
      expect([table.title, table.submit, rowsIn(table).texts]).toEqual(["Palvelut", "Valmis", [expect.any(String)]]);
      expect(rowsIn(table).texts[0]).toMatch(/^1\. Vuosihuolto · Hinta: 1\s200/u);
      expect(journey.sees("jari")).toContain("Vuosihuolto");
      const second = await leadsTo("jari", table, "Uusi rivi");
      expect(await journey.submits("jari", second, { name: "" })).toMatchObject({ kind: "mistakes" });
      const both = formIn(await journey.submits("jari", second, { ...row, name: "Pikahuolto" }));
      const edit = await leadsTo("jari", both, "Muokkaa: Pikahuolto");
      expect(edit.fields.find(({ id }) => id === "name")).toMatchObject({ value: "Pikahuolto" });
      const edited = formIn(await journey.submits("jari", edit, { name: "Pikatarkastus" }));
      expect(rowsIn(edited).texts.map((text) => text.split(" · ")[0])).toEqual(["1. Vuosihuolto", "2. Pikatarkastus"]);
      expect(await journey.submits("jari", edited, {})).toEqual({ kind: "taken" });
      expect(journey.sees("jari")).toContain("Kärkipalvelu");
      const { answers } = await responseOf(journey, "jari", ROUND);
      expect(answers.services?.value).toMatchObject({ rows: [{ cells: {} }, { cells: {} }] });
    });

    it("loses nothing when it is closed at any time, nor when the platform repeats a submit", async () => {
      const form = await journey.opensForm("jari", "Uusi rivi");
      const submit = {
        ...journey.base("jari", privately("jari")),
        kind: "submitted",
        action: form.action,
        values: row,
      } as const;
      const shown = formIn(await journey.receive(submit));
      expect(await journey.receive(submit)).toEqual({ kind: "form", form: shown });
      journey = await journey.restart();
      expect(journey.sees("jari")).toContain("Vuosihuolto");
      await journey.taps("jari", "Poista: Vuosihuolto");
      const empty = formIn(await journey.submits("jari", shown, {}));
      expect(empty.fields[0]).toMatchObject({ kind: "note", text: "Lisää ainakin yksi rivi." });
      expect(rowsIn(empty).texts).toEqual([]);
    });

    it("takes a row out in its own form, and opens with all of its rows", async () => {
      const first = await journey.opensForm("jari", "Uusi rivi");
      const one = formIn(await journey.submits("jari", first, row));
      const second = await leadsTo("jari", one, "Uusi rivi");
      await journey.submits("jari", second, { ...row, name: "Pikahuolto" });
      const all = JSON.stringify({ kind: "row", round: ROUND, step: "services", all: true });
      const tap = { ...journey.base("jari", privately("jari")), kind: "tapped", action: all, message: "old" } as const;
      const table = formIn(await journey.receive(tap));
      expect(rowsIn(table).texts).toHaveLength(2);
      const edit = await leadsTo("jari", table, "Muokkaa: Vuosihuolto");
      const left = formIn(await journey.submits("jari", edit, { "row:remove": ["yes"] }));
      expect(rowsIn(left).texts.map((text) => text.split(" · ")[0])).toEqual(["1. Pikahuolto"]);
      expect(formIn(await journey.submits("jari", edit, { "row:remove": ["yes"] }))).toEqual(left);
      expect(journey.sees("jari")).not.toContain("Vuosihuolto");
    });

    it("tells who wrote no row how one is written, with its form", async () => {
      await goesOn("pitääkö tämä täyttää?");
      expect(journey.sees("jari")).toMatch(/^En lukenut tätä riviksi\..* Palvelu; Hinta; [^\n]*\n\[Uusi rivi\]/u);
      expect((await journey.opensForm("jari", "Uusi rivi")).fields.map(({ id }) => id)).toContain("name");
      await goesOn("Vuosihuolto; paljon; 8");
      expect(journey.sees("jari")).toContain("Hinta: En saanut tästä summaa.");
    });

    it("takes typed rows one after another until the person says that they are all there", async () => {
      expect(journey.sees("jari")).toContain("Työaika; (Kate);");
      await goesOn("Vuosihuolto; 1200; 8");
      expect(journey.offers("jari", "Rivit valmiit")).toBe(true);
      await goesOn("Pikahuolto; 300; 2");
      expect(journey.sees("jari")).toMatch(/Vuosihuolto[\s\S]*Pikahuolto/u);
      await goesOn("valmis");
      expect(journey.sees("jari")).toContain("Kärkipalvelu");
      const { answers } = await responseOf(journey, "jari", ROUND);
      expect(answers.services?.value).toMatchObject({ rows: [{}, {}] });
    });

    it("takes rows written in one breath, and follows edited messages, earlier and later ones, each with its own rows alone", async () => {
      // The second is sent before the table stands anew below the first row.
      const writes = async (message: string, text: string, kind: "said" | "edited") =>
        journey.receive({ ...journey.base("jari", privately("jari")), message, text, kind, addressed: true });
      const names = async () => {
        const { value } = (await responseOf(journey, "jari", ROUND)).answers.services ?? {};
        const cells = value?.kind === "table" ? value.rows.map((row) => row.cells.name) : [];
        return cells.map((cell) => (cell?.kind === "text" ? cell.text : ""));
      };
      await writes("m-1", "Vuosihuolto; paljon; 8", "said");
      await writes("m-0", "Pikahuolto; vähän; 2", "said");
      await writes("m-1", "Vuosihuolto; 1200; 8", "edited");
      await writes("m-2", "Pikahuolto; 300; 2", "said");
      for (const name of ["Pikatarkastus", "Kevythuolto"]) {
        await writes("m-2", `${name}; 300; 2`, "edited");
        expect(await names()).toEqual(["Vuosihuolto", name]);
        expect(journey.offers("jari", "Rivit valmiit")).toBe(true);
      }
      await writes("m-1", "Määräaikaishuolto; 1200; 8\nVaraosat; 90; 1", "edited");
      await writes("m-2", "Pikahuolto; 310; 2", "edited");
      expect(await names()).toEqual(["Määräaikaishuolto", "Varaosat", "Pikahuolto"]);
      const { revision } = (await responseOf(journey, "jari", ROUND)).answers.services ?? {};
      await writes("m-1", "Määräaikaishuolto; 1200; 8\nVaraosat; 90; 1", "edited");
      expect((await responseOf(journey, "jari", ROUND)).answers.services?.revision).toBe(revision);
      await goesOn("valmis");
      await writes("m-1", "Vuosihuolto; 1200; 8", "edited");
      expect(await names()).toEqual(["Vuosihuolto", "Pikahuolto"]);
      expect(journey.sees("jari")).toContain("Kärkipalvelu");
    });

    it("offers no more rows than there is room for", async () => {
      let table = formIn(await journey.submits("jari", await journey.opensForm("jari", "Uusi rivi"), row));
      const late = await leadsTo("jari", table, "Uusi rivi");
      for (let nth = 2; nth <= 8; nth++) {
        const form = await leadsTo("jari", table, "Uusi rivi");
        table = formIn(await journey.submits("jari", form, { ...row, name: `Palvelu ${nth}` }));
      }
      expect(rowsIn(table).links.map(({ label }) => label)).not.toContain("Uusi rivi");
      const refused = formIn(await journey.submits("jari", late, { ...row, name: "Yhdeksäs" }));
      expect(refused.fields[0]).toMatchObject({ kind: "note", text: expect.stringContaining("enempää ei mahdu") });
    });
  });

  describe("of a team, in its thread", () => {
    const ROUND = "koneet:price-list:1";
    const THREAD = thread("koneet", ROUND);
    beforeEach(async () => {
      journey = await Journey.begin({ flows: "tests/support/table-flows" });
      await journey.says("satu", "aloita hinnasto", { in: TEAM });
      await journey.submits("satu", await journey.opensForm("satu", "Aloita kierros", TEAM), {}, TEAM);
    });

    const names = async () => {
      const { proposals } = await responseOf(journey, null, ROUND);
      return Object.values(proposals.prices ?? {}).flatMap(({ value }) =>
        value.kind === "table"
          ? value.rows.map(({ cells }) => (cells.name?.kind === "text" ? cells.name.text : ""))
          : [],
      );
    };

    it("is filled by anyone, by dialog and by typing, and is taken when the facilitator says so", async () => {
      const form = await journey.opensForm("jari", "Uusi rivi", THREAD);
      const table = formIn(await journey.submits("jari", form, { name: "Vuosihuolto", price: "1200" }, THREAD));
      await journey.submits(
        "jari",
        await leadsTo("jari", table, "Uusi rivi", THREAD),
        { name: "Varaosa", price: "50" },
        THREAD,
      );
      await journey.says("pekka", "Vuokrakone; 300\nKuljetus; 80", { in: THREAD });
      expect(journey.sees(THREAD)).toMatch(/Vuosihuolto[\s\S]*Varaosa[\s\S]*Vuokrakone[\s\S]*Kuljetus/u);
      const edit = await journey.opensForm("satu", "3", THREAD);
      const edited = formIn(await journey.submits("satu", edit, { name: "Vuokranosturi" }, THREAD));
      expect(rowsIn(edited).texts).toHaveLength(4);
      expect(rowsIn(edited).links.map(({ label }) => label)).not.toContain("Uusi rivi");
      const gone = await leadsTo("marja", edited, "Muokkaa: Kuljetus", THREAD);
      expect(
        rowsIn(formIn(await journey.submits("marja", gone, { "row:remove": ["yes"] }, THREAD))).texts,
      ).toHaveLength(3);
      expect((await names()).toSorted()).toEqual(["Varaosa", "Vuokranosturi", "Vuosihuolto"]);
      expect(await journey.taps("jari", "Rivit valmiit", THREAD)).toMatchObject({ notice: expect.any(String) });
      expect(await journey.submits("jari", table, {}, THREAD)).toEqual({ kind: "taken" });
      expect(journey.sees(THREAD)).not.toContain("Onko jollain muuta?");
      // Closing the dialog ends nothing, whoever does it.
      expect(edited.submit).toBe("Sulje");
      expect(await journey.submits("satu", edited, {}, THREAD)).toEqual({ kind: "taken" });
      expect(journey.sees(THREAD)).not.toContain("Onko jollain muuta?");
      await journey.taps("satu", "Rivit valmiit", THREAD);
      expect(journey.sees(THREAD)).toContain("Onko jollain muuta?");
      await journey.taps("satu", "Ei muuta, kirjataan", THREAD);
      const { answers } = await responseOf(journey, null, ROUND);
      expect(answers.prices?.value).toMatchObject({ rows: [{}, {}, {}] });
      await journey.taps("satu", "Muuta", THREAD);
      await journey.taps("pekka", "Poista: Varaosa", THREAD);
      expect(await names()).toHaveLength(2);
      expect((await roundOf(journey, ROUND)).state).toBe("open");
    });

    it("needs its fewest rows, keeps to its most, and follows an edited message", async () => {
      const form = await journey.opensForm("satu", "Uusi rivi", THREAD);
      const table = formIn(await journey.submits("satu", form, { name: "Vuosihuolto", price: "1200" }, THREAD));
      expect(await journey.submits("satu", table, {}, THREAD)).toEqual({ kind: "taken" });
      expect(journey.offers(THREAD, "Rivit valmiit")).toBe(false);
      const said = { in: THREAD };
      await journey.says("pekka", "Varaosa; 50\nKuljetus; 80", said);
      const message = Object.values((await responseOf(journey, null, ROUND)).proposals.prices ?? {}).find(
        ({ by }) => by === "pekka",
      )?.message;
      await journey.says("jari", "Nosturi; 1\nTrukki; 2", said);
      expect(await names()).toHaveLength(3);
      const edited = { ...journey.base("pekka", THREAD), kind: "edited", message: message ?? "" } as const;
      await journey.receive({ ...edited, text: "Varaosa; 55\nKuljetus; 80\nAsennus; 90" });
      expect(await names()).toEqual(expect.arrayContaining(["Asennus", "Vuosihuolto"]));
      await journey.receive({ ...journey.base("pekka", THREAD), kind: "deleted", message: message ?? "" });
      expect(journey.sees("pekka")).toContain("Ehdotus on yhä mukana kierroksessa.");
      expect(await names()).toHaveLength(4);
    });
  });
});
