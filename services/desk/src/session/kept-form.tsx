import { csrfName, type PostedForm } from '@guichet/catalogue';

const prefix = '_kept.';

/** A form that was sent after its session had ended, with where it was going. */
export interface KeptForm {
  action: string;
  values: readonly (readonly [name: string, text: string])[];
  hadFiles: boolean;
}

/** Keeps the texts of a form that could not be taken; files can't be kept in a page. */
export function keepForm(action: string, form: PostedForm): KeptForm {
  const values: [string, string][] = [];
  let hadFiles = false;
  for (const [name, value] of Object.entries(form)) {
    if (name === csrfName) continue;
    for (const one of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (typeof one === 'string') values.push([name, one]);
      else if (one instanceof File && one.size > 0) hadFiles = true;
    }
  }
  return { action, values, hadFiles };
}

/** Reads a kept form back from the sign-in form that carried it; undefined when there is none. */
export function readKept(form: PostedForm): KeptForm | undefined {
  const action = form['_keptAction'];
  if (typeof action !== 'string' || !isLocalPath(action)) return undefined;
  const values: [string, string][] = [];
  for (const [name, value] of Object.entries(form)) {
    if (!name.startsWith(prefix)) continue;
    for (const one of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (typeof one === 'string') values.push([name.slice(prefix.length), one]);
    }
  }
  return { action, values, hadFiles: false };
}

/** Draws the kept texts as hidden controls of the sign-in form. */
export function KeptFields({ kept }: { kept: KeptForm }) {
  return (
    <>
      <input type="hidden" name="_keptAction" value={kept.action} />
      {kept.values.map(([name, text]) => (
        <input type="hidden" name={`${prefix}${name}`} value={text} />
      ))}
    </>
  );
}

/** Tells whether a path leads to a page of this desk and nowhere else. */
export function isLocalPath(path: string): boolean {
  return /^\/(?![/\\])[\x21-\x7e]*$/.test(path);
}
