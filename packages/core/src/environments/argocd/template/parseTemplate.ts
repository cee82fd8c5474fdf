import { parsePipeline } from './parsePipeline';
import { TemplateError } from './TemplateError';
import { TemplateNode } from './templateNodes';
import { tokenizeAction } from './tokenizeAction';

/** Quoted texts may hold `}}`. */
const actionBody = /(?:"(?:[^"\\\n]|\\.)*"|`[^`]*`|(?!\}\})[^"`])*/sy;
const comment = /\/\*.*?\*\/(?=(?: -)?\}\})/sy;

/**
 * Parses the subset of Go templates that the demo has: text, `{{ pipeline }}`
 * with fields, literals, functions and parentheses, `{{-` and `-}}`, comments.
 * Throws `TemplateError`.
 */
export function parseTemplate(template: string): TemplateNode[] {
  const nodes: TemplateNode[] = [];
  let at = 0;
  let trimsLeft = false;
  while (at < template.length) {
    const open = template.indexOf('{{', at);
    const until = open < 0 ? template.length : open;
    const trimsRight = open >= 0 && /^\{\{-\s/.test(template.slice(open));
    addText(nodes, template.slice(at, until), trimsLeft, trimsRight);
    if (open < 0) break;
    const action = readAction(template, open, trimsRight);
    if (action.node) nodes.push(action.node);
    trimsLeft = action.trimsNext;
    at = action.end;
  }
  return nodes;
}

function addText(
  nodes: TemplateNode[],
  text: string,
  trimsLeft: boolean,
  trimsRight: boolean,
): void {
  const right = trimsRight ? text.trimEnd() : text;
  const trimmed = trimsLeft ? right.trimStart() : right;
  if (trimmed) nodes.push({ kind: 'text', text: trimmed });
}

interface Action {
  /** Absent for a comment. */
  node?: TemplateNode;
  end: number;
  trimsNext: boolean;
}

function readAction(
  template: string,
  open: number,
  isTrimmed: boolean,
): Action {
  const start = open + (isTrimmed ? 3 : 2);
  const isComment = /^\s*\/\*/.test(template.slice(start));
  const pattern = isComment ? comment : actionBody;
  pattern.lastIndex = isComment ? template.indexOf('/*', start) : start;
  const body = pattern.exec(template)?.[0];
  const bodyEnd = pattern.lastIndex;
  const close = template.indexOf('}}', bodyEnd);
  if (body === undefined || close < 0) {
    throw new TemplateError(
      `template: :1: unclosed ${isComment ? 'comment' : 'action'}`,
    );
  }
  const trimsNext = / -$/.test(template.slice(start, close));
  if (isComment) return { end: close + 2, trimsNext };
  const tokens = tokenizeAction(template, start, close - (trimsNext ? 2 : 0));
  return {
    node: { kind: 'action', pipeline: parsePipeline(tokens) },
    end: close + 2,
    trimsNext,
  };
}
