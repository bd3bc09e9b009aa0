import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { describeInBrowser } from "../describe-in-browser.ts";
import { soon } from "../soon.ts";
import { AtPage } from "./at-page.ts";
import { type RunningLuotsi, runLuotsi } from "./running-luotsi.ts";

describeInBrowser("a table in a dialog", (browser) => {
  let luotsi: RunningLuotsi;
  let at: AtPage;
  let flows: string;
  beforeEach(async () => {
    flows = await mkdtemp(join(tmpdir(), "luotsi-flows-"));
    await cp("tests/support/table-flows", join(flows, "playground"), { recursive: true });
    luotsi = await runLuotsi("2026-11-23T09:00:00+02:00", flows);
    at = await AtPage.open(browser(), luotsi, "desktop");
    await at.becomes("Satu");
    await at.enters("Koneet");
    await at.says("aloita hinnasto");
    await at.taps("Aloita kierros");
    await at.presses(at.dialog.getByRole("button", { name: "Avaa kierros" }));
    await at.opensThread();
    await at.hears("Mitä myytte");
  });
  afterEach(async () => {
    await at.leaves();
    await luotsi.end();
    await rm(flows, { recursive: true, force: true });
  });

  const field = (label: string) => at.dialog.getByLabel(label);
  const focused = () => at.page.evaluate(() => document.activeElement?.textContent ?? "");

  async function fills(name: string, price: string): Promise<void> {
    await field("Palvelu").fill(name);
    await field("Hinta").fill(price);
    await at.page.keyboard.press("Enter");
  }

  test("goes on row by row with the keyboard alone, keeps what was typed with mistakes, and loses nothing when closed", async () => {
    await at.taps("Uusi rivi");
    await soon(() => field("Palvelu").evaluate((input) => input === document.activeElement)).toBe(true);
    await fills("Vuosihuolto", "paljon");
    await at.dialog.getByText("Yksi kohta tarvitsee korjauksen").or(at.dialog.locator("p.mistake")).first().waitFor();
    expect(await field("Palvelu").inputValue()).toBe("Vuosihuolto");
    await fills("Vuosihuolto", "1200");
    await at.dialog.getByRole("heading", { name: "Hinnat" }).waitFor();
    await at.dialog.getByText("1. Vuosihuolto · Hinta: 1 200").waitFor();
    await soon(focused).toBe("Uusi rivi");
    await at.page.keyboard.press("Enter");
    await at.dialog.getByRole("heading", { name: "Uusi rivi" }).waitFor();
    await soon(() => field("Palvelu").evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await field("Palvelu").inputValue()).toBe("");
    await fills("Varaosa", "50");
    await at.dialog.getByText("2. Varaosa").waitFor();
    await at.presses(at.dialog.getByRole("button", { name: "Muokkaa: Vuosihuolto" }));
    await at.dialog.getByRole("heading", { name: "Muokkaa riviä" }).waitFor();
    expect(await field("Palvelu").inputValue()).toBe("Vuosihuolto");
    await fills("Vuositarkastus", "kallis");
    await at.dialog.locator("p.mistake").first().waitFor();
    await fills("Vuositarkastus", "1300");
    await at.dialog.getByText("1. Vuositarkastus · Hinta: 1 300").waitFor();
    await at.page.keyboard.press("Escape");
    await at.dialog.waitFor({ state: "detached" });
    await at.hears("Vuositarkastus");
    await at.hears("Varaosa");
    await at.isWell();
  });

  test("is closed by its own button, which keeps the rows and ends nothing; done is said on the card", async () => {
    await at.taps("Uusi rivi");
    await fills("Vuosihuolto", "1200");
    await at.presses(at.dialog.getByRole("button", { name: "Sulje" }).last());
    await at.dialog.waitFor({ state: "detached" });
    await at.taps("Uusi rivi");
    await fills("Varaosa", "50");
    await at.dialog.getByText("2. Varaosa").waitFor();
    await at.presses(at.dialog.getByRole("button", { name: "Sulje" }).last());
    await at.dialog.waitFor({ state: "detached" });
    await at.taps("Rivit valmiit");
    await at.hears("Onko jollain muuta?");
    await at.isWell();
  });
});
