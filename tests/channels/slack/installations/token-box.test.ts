import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Sealed } from "../../../../src/channels/slack/installations/stored-installation.ts";
import {
  createTokenBox,
  readTokenKeys,
  TokenNotOpened,
} from "../../../../src/channels/slack/installations/token-box.ts";
import { fc } from "../../../support/properties.ts";

const key = Buffer.alloc(32, 7);
const TOKEN = "xoxb-12-34-secret";

describe("the key of tokens", () => {
  it("is read as base64 or hex, and several with commas between", () => {
    const bytes = randomBytes(32);
    for (const text of [bytes.toString("base64"), bytes.toString("hex"), bytes.toString("base64url")])
      expect(readTokenKeys(text)).toEqual({ ok: true, value: [bytes] });
    expect(readTokenKeys(`${bytes.toString("hex")}, ${key.toString("base64")}`)).toEqual({
      ok: true,
      value: [bytes, key],
    });
  });

  it.each(["", "secret", "ab".repeat(31), Buffer.alloc(31).toString("base64"), `${"ab".repeat(32)},`])(
    "is refused with advice when it is %j",
    (text) => {
      expect(readTokenKeys(text)).toEqual({ ok: false, problem: expect.stringContaining("openssl rand -base64 32") });
    },
  );
});

describe("a sealed token", () => {
  it("opens again, is never the same twice, and shows nothing", () => {
    const box = createTokenBox([key]);
    const one = box.seal(TOKEN, "slack/T1");
    expect(box.open(one, "slack/T1")).toBe(TOKEN);
    expect(box.seal(TOKEN, "slack/T1").data).not.toBe(one.data);
    expect(JSON.stringify(one)).not.toContain("xoxb");
  });

  it("does not open when anything of it was changed", () => {
    const box = createTokenBox([key]);
    fc.assert(
      fc.property(
        fc.constantFrom("iv", "tag", "data"),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (part, at, flip) => {
          const sealed = box.seal(TOKEN, "slack/T1");
          const bytes = Buffer.from(sealed[part], "base64");
          const nth = at % bytes.length;
          bytes[nth] = (bytes[nth] ?? 0) ^ flip;
          const changed: Sealed = { ...sealed, [part]: bytes.toString("base64") };
          expect(() => box.open(changed, "slack/T1")).toThrow(TokenNotOpened);
        },
      ),
    );
  });

  it("does not open for another workspace, nor with its tag cut short", () => {
    const box = createTokenBox([key]);
    const sealed = box.seal(TOKEN, "slack/T1");
    expect(() => box.open(sealed, "slack/T2")).toThrow(TokenNotOpened);
    const tag = Buffer.from(sealed.tag, "base64").subarray(0, 4).toString("base64");
    expect(() => box.open({ ...sealed, tag }, "slack/T1")).toThrow(TokenNotOpened);
  });

  it("opens with an older key that stands behind the new one, and not when that is gone", () => {
    const sealed = createTokenBox([key]).seal(TOKEN, "slack/T1");
    const newer = Buffer.alloc(32, 9);
    expect(createTokenBox([newer, key]).open(sealed, "slack/T1")).toBe(TOKEN);
    expect(createTokenBox([newer, key]).seal(TOKEN, "slack/T1").key).not.toBe(sealed.key);
    expect(() => createTokenBox([newer]).open(sealed, "slack/T1")).toThrow("TOKEN_ENCRYPTION_KEY");
  });
});
