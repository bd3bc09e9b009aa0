const FORM = /^application\/x-www-form-urlencoded\b/i;

/** Slack's check of the certificate: neither signed nor anything to do (docs.slack.dev: "Slash commands", ssl_check). */
export function isSslCheck(raw: string, contentType: string): boolean {
  return FORM.test(contentType) && new URLSearchParams(raw).get("ssl_check") === "1";
}

/**
 * A body as Slack sends it: JSON for events, a form for commands, a form whose `payload` is JSON for taps and dialogs. Undefined for anything else.
 */
export function parseBody(raw: string, contentType: string): object | undefined {
  if (/^application\/json\b/i.test(contentType)) return objectIn(raw);
  if (!FORM.test(contentType)) return undefined;
  const fields = new URLSearchParams(raw);
  if (fields.size === 0) return undefined;
  const payload = fields.get("payload");
  return payload === null ? Object.fromEntries(fields) : objectIn(payload);
}

function objectIn(json: string): object | undefined {
  try {
    const parsed: unknown = JSON.parse(json);
    return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed) ? parsed : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
