import { afterEach, beforeEach, expect, test } from "vitest";
import { describeInBrowser } from "./describe-in-browser.ts";
import { overflowOf, PHONE, type Visit, visit } from "./open-browser.ts";
import { inlineForm, levelQuestion, roundCard, startDialog, summaryCard } from "./sample-cards.ts";
import { type ServedChat, serveChat } from "./serve-chat.ts";
import { soon } from "./soon.ts";

const coach = { kind: "coach" } as const;

describeInBrowser("cards in the web chat", (browser) => {
  let served: ServedChat;
  let open: Visit;
  beforeEach(async () => {
    served = await serveChat();
  });
  afterEach(async () => {
    await open.context.close();
    await served.stop();
  });

  const taps = () => served.chat.sent.filter((one) => one.verb === "tap").map((one) => one.body.action);

  test("a described choice is tapped as a row, once, and the card is drawn anew", async () => {
    const asked = served.chat.post({ room: "private:satu", from: coach, ...levelQuestion() });
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    served.chat.answer = async () => {
      await held;
      return { kind: "taken" };
    };
    open = await visit(browser(), `${served.address}#/satu/private`);
    const { page } = open;
    const row = page.getByRole("button", { name: /^3 Määritetty/ });
    await row.click();
    await soon(() => row.getAttribute("aria-disabled")).toBe("true");
    await row.dispatchEvent("click");
    await page.getByRole("button", { name: "En osaa sanoa" }).dispatchEvent("click");
    release();
    await soon(() => row.getAttribute("aria-disabled")).toBe(null);
    expect(taps()).toEqual(["level.3"]);
    served.chat.change(asked.id, levelQuestion(3));
    await page.getByRole("button", { name: /^Valittu/ }).waitFor();
    expect(open.troubles).toEqual([]);
  });

  test("the menu of a Finnish card is called in Finnish on an English page", async () => {
    served.chat.post({ room: "private:emma", from: coach, ...levelQuestion() });
    open = await visit(browser(), `${served.address}#/emma/private`);
    await open.page.getByRole("button", { name: "Lisää" }).waitFor();
    expect(open.troubles).toEqual([]);
  });

  test("what is needed seldom stands behind a menu that opens and closes by keyboard", async () => {
    served.chat.post({ room: "private:satu", from: coach, ...levelQuestion() });
    open = await visit(browser(), `${served.address}#/satu/private`);
    const { page } = open;
    const more = page.getByRole("button", { name: "Lisää" });
    await more.focus();
    await page.keyboard.press("Enter");
    await soon(() => page.locator(":focus").innerText()).toBe("Miksi tätä kysytään");
    await page.keyboard.press("Escape");
    await soon(() => page.getByRole("menu").count()).toBe(0);
    await soon(() => more.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await soon(taps).toEqual(["example"]);
    expect(open.troubles).toEqual([]);
  });

  test("a form opens as a dialog; mistakes stand at their fields, what was typed stays, and Esc closes it", async () => {
    served.chat.post({ room: "channel:huolto", from: coach, ...roundCard() });
    served.chat.answer = () => startDialog();
    open = await visit(browser(), `${served.address}#/satu/channel/huolto`);
    const { page } = open;
    await page.getByRole("button", { name: "Muuta" }).click();
    const dialog = page.getByRole("dialog", { name: "Aloita kierros" });
    const goal = dialog.getByRole("textbox", { name: "Mitä kierroksella haetaan" });
    await soon(() => goal.evaluate((input) => input === document.activeElement)).toBe(true);
    await goal.fill("Yhteinen kuva");
    served.chat.answer = () => ({
      kind: "mistakes",
      mistakes: { goal: "Kirjoita tavoite pidemmin.", closes: "Päivä on jo mennyt." },
      card: startDialog().card,
    });
    await page.keyboard.press("Enter");
    await dialog.getByText("Kirjoita tavoite pidemmin.").waitFor();
    await dialog.getByText("2 kohtaa kaipaa korjausta.").waitFor();
    expect(await goal.inputValue()).toBe("Yhteinen kuva");
    expect(await goal.getAttribute("aria-invalid")).toBe("true");
    expect(await goal.evaluate((input) => input === document.activeElement)).toBe(true);
    served.chat.answer = () => ({ kind: "taken" });
    await goal.fill("Yhteinen kuva asiakkaista");
    await dialog.getByRole("button", { name: "Aloita" }).click();
    await soon(() => dialog.count()).toBe(0);
    const submitted = served.chat.sent.findLast((one) => one.verb === "submit");
    expect(submitted?.body).toMatchObject({
      room: "channel:huolto",
      action: "start-round",
      values: { "text.goal": "Yhteinen kuva asiakkaista", "text.closes": "2026-12-02", "many.invited": "satu,jari" },
    });
    served.chat.answer = () => startDialog();
    await page.getByRole("button", { name: "Muuta" }).click();
    await dialog.waitFor();
    await page.keyboard.press("Escape");
    await soon(() => dialog.count()).toBe(0);
    expect(open.troubles).toEqual([]);
  });

  test("the focus stays in a dialog and comes back to what opened it", async () => {
    served.chat.post({ room: "channel:huolto", from: coach, ...roundCard() });
    served.chat.answer = () => startDialog();
    open = await visit(browser(), `${served.address}#/satu/channel/huolto`);
    const { page } = open;
    const opener = page.getByRole("button", { name: "Muuta" });
    await opener.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor();
    for (let press = 0; press < 20; press += 1) {
      await page.keyboard.press("Tab");
      const outside = await page.evaluate(
        () => document.activeElement !== document.body && document.activeElement?.closest("dialog") === null,
      );
      expect(outside).toBe(false);
    }
    await page.keyboard.press("Escape");
    await soon(() => opener.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(open.troubles).toEqual([]);
  });

  test("what was typed in a message's own field survives the message being drawn anew", async () => {
    const asked = served.chat.post({ room: "private:satu", from: coach, ...inlineForm() });
    open = await visit(browser(), `${served.address}#/satu/private`);
    const { page } = open;
    const field = page.getByRole("textbox", { name: "Käsiä" });
    await field.fill("4");
    const drawn = await field.elementHandle();
    served.chat.change(asked.id, { card: { ...inlineForm().card, fallbackText: "uusi" } });
    await soon(() => drawn?.evaluate((input) => input.isConnected)).toBe(false);
    await soon(() => field.inputValue()).toBe("4");
    await field.press("Enter");
    await soon(taps).toEqual(["hands"]);
    expect(served.chat.sent.findLast((one) => one.verb === "tap")?.body.values).toMatchObject({ "text.hands": "4" });
    expect(open.troubles).toEqual([]);
  });

  test("mistakes in a message's own form stand at its fields, with what was typed", async () => {
    served.chat.post({ room: "private:satu", from: coach, ...inlineForm() });
    const mistakes = { hands: "Kirjoita luku." };
    const { card } = inlineForm({ mistakes, values: { hands: "monta" } });
    served.chat.answer = () => ({ kind: "mistakes", mistakes, card });
    open = await visit(browser(), `${served.address}#/satu/private`);
    const { page } = open;
    await page.getByRole("textbox", { name: "Käsiä" }).fill("monta");
    await page.keyboard.press("Enter");
    await page.locator(".card").getByText("Kirjoita luku.").waitFor();
    expect(await page.getByRole("textbox", { name: "Käsiä" }).inputValue()).toBe("monta");
    expect(open.troubles).toEqual([]);
  });

  test("what the server says to the one who tapped is announced, stays while it is pointed at, and goes with the next thing done", async () => {
    served.chat.post({ room: "channel:huolto", from: coach, ...roundCard() });
    served.chat.answer = () => ({ kind: "taken", notice: "Kysymys odottaa yksityisessä keskustelussamme." });
    open = await visit(browser(), `${served.address}#/satu/channel/huolto`);
    const { page } = open;
    await page.clock.install();
    await page.getByRole("button", { name: "Vastaa", exact: true }).click();
    const notice = page.getByRole("status").filter({ hasText: "Kysymys odottaa" });
    await notice.waitFor();
    await notice.getByText("Kysymys odottaa").hover();
    await page.clock.fastForward(60_000);
    expect(await notice.count()).toBe(1);
    await page.mouse.move(5, 5);
    await page.clock.fastForward(60_000);
    await soon(() => notice.count()).toBe(0);
    await page.getByRole("button", { name: "Vastaa", exact: true }).click();
    await notice.waitFor();
    await page.getByRole("link", { name: "Luotsi" }).click();
    await soon(() => notice.count()).toBe(0);
    expect(open.troubles).toEqual([]);
  });

  test("a form that is refused says why in the dialog and keeps what was typed", async () => {
    served.chat.post({ room: "channel:huolto", from: coach, ...roundCard() });
    served.chat.answer = () => startDialog();
    open = await visit(browser(), `${served.address}#/satu/channel/huolto`);
    const { page } = open;
    await page.getByRole("button", { name: "Muuta" }).click();
    const dialog = page.getByRole("dialog", { name: "Aloita kierros" });
    const goal = dialog.getByRole("textbox", { name: "Mitä kierroksella haetaan" });
    await goal.fill("Yhteinen kuva");
    served.refusal = "Liity ensin kanavalle.";
    await dialog.getByRole("button", { name: "Aloita" }).click();
    await dialog.getByRole("status").getByText("Liity ensin kanavalle.").waitFor();
    expect(await goal.inputValue()).toBe("Yhteinen kuva");
  });

  test("a picture has its words and can be enlarged; a table is a table", async () => {
    served.chat.post({ room: "private:satu", from: coach, ...summaryCard() });
    open = await visit(browser(), `${served.address}#/satu/private`);
    const { page } = open;
    await page.getByRole("img", { name: "Tasot kuvana" }).waitFor();
    await page.getByRole("button", { name: "Suurenna kuva" }).click();
    const dialog = page.getByRole("dialog", { name: "Kuva" });
    await dialog.getByRole("img", { name: "Tasot kuvana" }).waitFor();
    await page.keyboard.press("Escape");
    await soon(() => dialog.count()).toBe(0);
    expect(await page.getByRole("table").getByText("Asiakastieto").count()).toBe(1);
    expect(open.troubles).toEqual([]);
  });

  test("a screen reader meets the message's text once, and the buttons", async () => {
    served.chat.post({ room: "channel:huolto", from: coach, ...roundCard() });
    open = await visit(browser(), `${served.address}#/satu/channel/huolto`);
    const log = await open.page.getByRole("log").ariaSnapshot();
    expect(log.match(/Digikypsyys, 1\. kierros/g)).toHaveLength(1);
    expect(log).toContain('button "Vastaa"');
  });

  test("on a phone cards and dialogs fit, and what is tapped is a finger wide", async () => {
    served.chat.post({ room: "private:satu", from: coach, ...levelQuestion() });
    served.chat.post({ room: "private:satu", from: coach, ...roundCard() });
    served.chat.post({ room: "private:satu", from: coach, ...summaryCard() });
    served.chat.answer = () => startDialog();
    open = await visit(browser(), `${served.address}#/satu/private`, { size: PHONE, touch: true });
    const { page } = open;
    await page.getByRole("button", { name: "Muuta" }).waitFor();
    expect(await overflowOf(page)).toBe(0);
    const small = await page.locator("button:visible, a:visible, [role='button']:visible").evaluateAll((elements) =>
      elements
        .map((element) => ({ name: element.textContent, box: element.getBoundingClientRect() }))
        .filter(({ box }) => Math.min(box.width, box.height) < 44)
        .map(({ name }) => name),
    );
    expect(small).toEqual([]);
    await page.getByRole("button", { name: "Muuta" }).tap();
    await page.getByRole("dialog").waitFor();
    expect(await overflowOf(page)).toBe(0);
    expect(open.troubles).toEqual([]);
  });
});
