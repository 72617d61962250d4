import { type Child, createContext, useContext } from 'hono/jsx';

/** What a page sets beside controls of its own: the picture an answer is read from, and a box that confirms it. */
export interface BesideControls {
  /** Drawn before the control of this name, after its label. */
  before?: (name: string) => Child;
  /** Drawn after it. */
  after?: (name: string) => Child;
}

/** Sets something beside the controls of the fields drawn inside; without it fields are drawn alone. */
export const BesideControls = createContext<BesideControls>({});

/** Draws a control between what the page sets beside it. */
export function WithBeside({ name, children }: { name: string; children?: Child }) {
  const { before, after } = useContext(BesideControls);
  return (
    <>
      {before?.(name)}
      {children}
      {after?.(name)}
    </>
  );
}
