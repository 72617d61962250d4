import type { PostedForm } from '@guichet/catalogue';
import { DeskError } from '@guichet/kernel';
import { readBody } from '@guichet/platform/http';
import type { Context } from 'hono';

/** Most controls a form of ours can hold; more is no form of ours. */
const controlsMax = 1000;

/**
 * Reads a posted form: texts and files by control name, several under one name as a list.
 *
 * Unit: bytes, of the whole body. Errors: invalid — `body-too-large`, `unsupported-media-type`, `unreadable-form`
 */
export async function readForm(c: Context, bytesMax: number): Promise<PostedForm> {
  const type = c.req.header('content-type') ?? '';
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type))
    throw new DeskError('invalid', 'unsupported-media-type');
  const body = await readBody(c, bytesMax);
  const data = await parse(new Uint8Array(body), type);
  const form: Record<string, unknown> = Object.create(null);
  let controls = 0;
  for (const [name, value] of data.entries()) {
    controls += 1;
    if (controls > controlsMax)
      throw new DeskError('invalid', 'unreadable-form', { detail: 'too many controls' });
    const before = form[name];
    form[name] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value];
  }
  return form;
}

async function parse(body: Uint8Array<ArrayBuffer>, type: string): Promise<FormData> {
  try {
    return await new Response(body, { headers: { 'content-type': type } }).formData();
  } catch (cause) {
    throw new DeskError('invalid', 'unreadable-form', { cause });
  }
}
