const SECRET =
  /secret|passw|passphrase|^pwd$|token|credentials?$|api_?key|access_?key|account_?key|private_?key|^key$|(?:^|_)key_id$|connection_string|customer_key|ssh_private|kerb_ticket|json|^sas$|signature|custom_auth_header_value/i;

/**
 * Does a key of `.dvc/config` hold a secret? `ask_password` and its like only say
 * whether to ask for one.
 * Also of keys that DVC doesn't know and people write nevertheless.
 * Source: dvc/config_schema.py REMOTE_SCHEMAS.
 */
export function isSecretKey(key: string, value: string): boolean {
  return SECRET.test(key) && !/^(?:true|false)$/i.test(value);
}
