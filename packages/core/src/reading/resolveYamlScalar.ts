import { YamlValue } from './yamlNode';

/**
 * Whose reading of plain scalars holds: `ruamel` is YAML 1.2 as ruamel.yaml (DVC,
 * GTO) reads it, `pyyaml` YAML 1.1 as PyYAML (Feast) does.
 * Source: ruamel/yaml/resolver.py, constructor.py; yaml/resolver.py, constructor.py.
 * @public
 */
export type YamlDialect = 'ruamel' | 'pyyaml';

interface Rules {
  true: RegExp;
  false: RegExp;
  int: RegExp;
  float: RegExp;
  /** Does a leading zero alone mean octal? */
  zeroIsOctal: boolean;
}

const RULES: Record<YamlDialect, Rules> = {
  ruamel: {
    true: /^(?:true|True|TRUE)$/,
    false: /^(?:false|False|FALSE)$/,
    int: /^(?:[-+]?0b[01_]+|[-+]?0o?[0-7_]+|[-+]?[0-9_]+|[-+]?0x[0-9a-fA-F_]+)$/,
    float:
      /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+]?[0-9]+)?|[-+]?[0-9][0-9_]*[eE][-+]?[0-9]+|[-+]?\.[0-9_]+(?:[eE][-+][0-9]+)?)$/,
    zeroIsOctal: false,
  },
  pyyaml: {
    true: /^(?:yes|Yes|YES|true|True|TRUE|on|On|ON)$/,
    false: /^(?:no|No|NO|false|False|FALSE|off|Off|OFF)$/,
    int: /^(?:[-+]?0b[01_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+)$/,
    float:
      /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?)$/,
    zeroIsOctal: true,
  },
};

const NULL = /^(?:~|null|Null|NULL|)$/;
const INFINITE = /^[-+]?\.(?:inf|Inf|INF)$/;
const NOT_A_NUMBER = /^\.(?:nan|NaN|NAN)$/;

/** What a plain (unquoted, untagged) scalar means. Dates stay text. @public */
export function resolveYamlScalar(
  source: string,
  dialect: YamlDialect,
): YamlValue {
  const rules = RULES[dialect];
  if (NULL.test(source)) return null;
  if (rules.true.test(source)) return true;
  if (rules.false.test(source)) return false;
  // Both tools look at the first character before they try a number.
  if (!/^[-+.0-9]/.test(source)) return source;
  if (rules.int.test(source)) {
    return parseInteger(source, rules.zeroIsOctal) ?? source;
  }
  return parseReal(source, rules.float) ?? source;
}

function parseInteger(source: string, zeroIsOctal: boolean) {
  const digits = source.replace(/_/g, '').replace(/^[-+]/, '');
  const octal = zeroIsOctal && /^0[0-7]+$/.test(digits);
  const value = Number(octal ? `0o${digits.slice(1)}` : digits);
  if (digits === '' || Number.isNaN(value)) return undefined;
  return source.startsWith('-') && value !== 0 ? -value : value;
}

function parseReal(source: string, float: RegExp): number | undefined {
  if (INFINITE.test(source)) {
    return source.startsWith('-') ? -Infinity : Infinity;
  }
  if (NOT_A_NUMBER.test(source)) return NaN;
  if (!float.test(source)) return undefined;
  const value = Number(source.replace(/_/g, ''));
  return Number.isNaN(value) ? undefined : value;
}
