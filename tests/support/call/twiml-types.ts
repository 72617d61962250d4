import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import ts from 'typescript';

/** What an attribute may hold; a list is parted by spaces. */
export type AttributeType =
  | { kind: 'text' | 'number' | 'boolean' }
  | { kind: 'one-of' | 'list-of'; values: ReadonlySet<string> };

export interface ElementType {
  attributes: ReadonlyMap<string, AttributeType>;
  /** The elements it may hold, each with the name of its own type. */
  children: ReadonlyMap<string, string>;
}

export interface TwimlTypes {
  /** By the name of their class in the package: `VoiceResponse` is the root. */
  elements: ReadonlyMap<string, ElementType>;
  voices: ReadonlySet<string>;
  sayLanguages: ReadonlySet<string>;
  gatherLanguages: ReadonlySet<string>;
}

/**
 * Reads what the twilio package's own types say of voice documents: elements, attributes and what they hold, nesting,
 * voices and languages.
 *
 * Errors: throws when a table the check relies on is not there any more.
 */
export function readTwimlTypes(): TwimlTypes {
  const file = createRequire(import.meta.url)
    .resolve('twilio')
    .replace(/lib\/index\.js$/, 'lib/twiml/VoiceResponse.d.ts');
  const found = new Found();
  walk(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest), found);
  const elements = new Map<string, ElementType>();
  for (const [name, { children, attributesName }] of found.classes) {
    const attributes = new Map<string, AttributeType>();
    for (const [attribute, type] of found.interfaces.get(attributesName ?? '') ?? [])
      attributes.set(attribute, attributeType(type, found));
    elements.set(name, { attributes, children });
  }
  return {
    elements,
    voices: wordsNamed('SayVoice', found),
    sayLanguages: wordsNamed('SayLanguage', found),
    gatherLanguages: wordsNamed('GatherLanguage', found),
  };
}

class Found {
  readonly aliases = new Map<string, ReadonlySet<string>>();
  readonly interfaces = new Map<string, Map<string, ts.TypeNode>>();
  readonly classes = new Map<string, { children: Map<string, string>; attributesName: string | undefined }>();
  /** Which attributes go with an element: said where it is made, not where it is. */
  readonly attributesOf = new Map<string, string>();
}

function walk(source: ts.SourceFile, found: Found): void {
  const visit = (node: ts.Node): void => {
    if (ts.isTypeAliasDeclaration(node)) found.aliases.set(node.name.text, literalsOf(node.type));
    if (ts.isInterfaceDeclaration(node)) readInterface(node, found);
    if (ts.isClassDeclaration(node) && node.name) readClass(node.name.text, node, found);
    ts.forEachChild(node, visit);
  };
  visit(source);
  for (const [name, element] of found.classes) element.attributesName = found.attributesOf.get(name);
}

function readInterface(node: ts.InterfaceDeclaration, found: Found): void {
  const known = found.interfaces.get(node.name.text) ?? new Map<string, ts.TypeNode>();
  for (const member of node.members)
    if (ts.isPropertySignature(member) && member.type) known.set(nameOf(member.name), member.type);
  found.interfaces.set(node.name.text, known);
}

function readClass(name: string, node: ts.ClassDeclaration, found: Found): void {
  const children = new Map<string, string>();
  for (const member of node.members) {
    if (!ts.isMethodDeclaration(member) || !member.type) continue;
    const child = lastNameOf(member.type);
    if (child === undefined) continue;
    children.set(child.startsWith('Ssml') ? dashed(nameOf(member.name)) : child, child);
    const attributes = member.parameters
      .map(({ type }) => type && lastNameOf(type))
      .find((type) => type?.endsWith('Attributes'));
    if (attributes !== undefined) found.attributesOf.set(child, attributes);
  }
  found.classes.set(name, { children, attributesName: undefined });
}

function attributeType(type: ts.TypeNode, found: Found): AttributeType {
  if (type.kind === ts.SyntaxKind.NumberKeyword) return { kind: 'number' };
  if (type.kind === ts.SyntaxKind.BooleanKeyword) return { kind: 'boolean' };
  const isList = ts.isArrayTypeNode(type);
  const values = found.aliases.get(lastNameOf(isList ? type.elementType : type, '') ?? '');
  if (values === undefined || values.size === 0) return { kind: 'text' };
  return { kind: isList ? 'list-of' : 'one-of', values };
}

function wordsNamed(alias: string, { aliases }: Found): ReadonlySet<string> {
  const values = aliases.get(alias);
  if (values === undefined || values.size === 0) throw new Error(`twilio's types name no ${alias} any more`);
  return values;
}

function literalsOf(type: ts.TypeNode): ReadonlySet<string> {
  const parts = ts.isUnionTypeNode(type) ? type.types : [type];
  return new Set(
    parts.flatMap((part) =>
      ts.isLiteralTypeNode(part) && ts.isStringLiteral(part.literal) ? [part.literal.text] : [],
    ),
  );
}

/** The `Say` of `VoiceResponse.Say`; a plain name only where `plain` allows one. */
function lastNameOf(type: ts.TypeNode, plain?: string): string | undefined {
  if (!ts.isTypeReferenceNode(type)) return undefined;
  if (ts.isQualifiedName(type.typeName)) return type.typeName.right.text;
  return plain === undefined ? undefined : type.typeName.text;
}

function nameOf(name: ts.PropertyName): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : '';
}

function dashed(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
