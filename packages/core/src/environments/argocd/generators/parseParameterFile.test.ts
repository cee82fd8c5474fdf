import { parseParameterFile } from './parseParameterFile';

describe('parseParameterFile', () => {
  it.each([
    ['revision: main\n', [{ revision: 'main' }]],
    ['{"revision": "main"}', [{ revision: 'main' }]],
    ['- a: 1\n- a: 2\n', [{ a: 1 }, { a: 2 }]],
    ['', [{}]],
    ['# nothing\n', [{}]],
    ['a: 1\n---\na: 2\n', [{ a: 1 }]],
    ['a: yes\nb: 0777\n', [{ a: true, b: 511 }]],
    ['a: 1\na: 2\n', [{ a: 2 }]],
  ])('reads %j', (text, sets) => {
    expect(parseParameterFile(text)).toEqual({ kind: 'parameters', sets });
  });

  it.each([
    [
      'revision: main\ncluster: [in-cluster\nnamespace: x\n',
      'error converting YAML to JSON: yaml: line ',
    ],
    [
      'text',
      'json: cannot unmarshal string into Go value of type []map[string]interface {}',
    ],
    [
      '- a\n',
      'json: cannot unmarshal array into Go value of type []map[string]interface {}',
    ],
  ])('says why %j has no parameters', (text, words) => {
    expect(parseParameterFile(text)).toEqual({
      kind: 'broken',
      message: expect.stringContaining(words),
    });
  });
});
