import type { Browser, Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { DESKTOP, overflowOf, PHONE, type Visit, visit } from "../open-browser.ts";
import { soon } from "../soon.ts";
import type { RunningLuotsi } from "./running-luotsi.ts";

export type Width = "desktop" | "phone";

/** Whoever sits at the page: clicks and types as a newcomer does, and switches from one person to another. */
export class AtPage {
  readonly page: Page;
  readonly #visit: Visit;
  readonly #phone: boolean;

  private constructor(opened: Visit, width: Width) {
    this.page = opened.page;
    this.#visit = opened;
    this.#phone = width === "phone";
  }

  static async open(browser: Browser, luotsi: RunningLuotsi, width: Width, colorScheme: "light" | "dark" = "light") {
    const size = width === "phone" ? PHONE : DESKTOP;
    const { aheadMs } = luotsi;
    return new AtPage(
      await visit(browser, luotsi.address, { size, touch: width === "phone", colorScheme, aheadMs }),
      width,
    );
  }

  /** The open conversation: the thread where one is open beside its room. */
  get place(): Locator {
    return this.page.locator("aside.thread, main.room:not(:has(~ aside.thread))");
  }

  async becomes(name: string): Promise<void> {
    await this.#toLists();
    await this.presses(this.page.locator("nav.people").getByRole("link", { name: new RegExp(`^${name}`) }));
  }

  /** Opens a room from the list by the beginning of its name. */
  async enters(room: string): Promise<void> {
    await this.#toLists();
    await this.presses(this.page.locator("nav.rooms").getByRole("link", { name: new RegExp(`^${room}`) }));
    await this.page.getByRole("heading", { level: 1, name: room }).waitFor();
  }

  async says(text: string): Promise<void> {
    const box = this.place.getByRole("textbox").last();
    await box.fill(text);
    await box.press("Enter");
  }

  /** Taps the newest button or row whose name begins so. */
  async taps(label: string | RegExp): Promise<void> {
    const name = typeof label === "string" ? new RegExp(`^${label.replace(/[?.…]/g, "\\$&")}`) : label;
    await this.presses(this.place.locator(".card").getByRole("button", { name }).last());
  }

  /** Opens the newest message's menu and chooses from it. */
  async choosesFromMenu(label: string, menu = "Lisää"): Promise<void> {
    await this.presses(this.place.locator(".card").getByRole("button", { name: menu, exact: true }).last());
    await this.presses(this.page.getByRole("menuitem", { name: label, exact: true }));
  }

  /** Waits until the newest of the coach's messages says this. */
  async hears(words: string): Promise<void> {
    await soon(() => this.place.locator("[data-from='coach'] .text").last().textContent()).toContain(words);
  }

  /** Waits until any message of the open place says this. */
  async sees(words: string | RegExp): Promise<void> {
    await this.place.locator(".text", { hasText: words }).last().waitFor({ state: "attached" });
  }

  /** Nothing is wider than the window, and nothing has gone wrong in the page so far. */
  async isWell(): Promise<void> {
    expect(await overflowOf(this.page)).toBe(0);
    expect(this.#visit.troubles).toEqual([]);
  }

  async leaves(): Promise<void> {
    await this.#visit.context.close();
  }

  get dialog(): Locator {
    return this.page.getByRole("dialog");
  }

  /** As many pictures of the open place as this, or more, are there and really loaded. */
  async seesPictures(count: number): Promise<void> {
    const widths = () =>
      this.place
        .locator("img.ac-image")
        .evaluateAll((images) =>
          images
            .map((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0))
            .filter((width) => width > 0),
        );
    await soon(async () => (await widths()).length).toBeGreaterThanOrEqual(count);
  }

  /** Opens the newest thread of the room that has replies. */
  async opensThread(): Promise<void> {
    await this.presses(this.place.locator("button.replies").last());
    await this.page.locator("aside.thread").waitFor();
  }

  presses(target: Locator): Promise<void> {
    return this.#phone ? target.tap() : target.click();
  }

  async #toLists(): Promise<void> {
    const people = this.page.locator("nav.people");
    const back = this.page.locator("a.back:visible").first();
    await people.or(back).first().waitFor({ state: "attached" });
    // The link goes away under the finger when the lists come: then there is nothing to tap, and nothing to wait for.
    await soon(async () => {
      if (!(await people.isVisible()))
        await back.evaluateAll((links) => links.map((link) => link instanceof HTMLElement && link.click()));
      return people.isVisible();
    }).toBe(true);
  }
}
