const SECRET =
  /secret|passw|passphrase|token|credential$|access_key|account_key|(?:^|_)key_id$|connection_string|customer_key|ssh_private|kerb_ticket|json|custom_auth_header_value/;

/**
 * Does a key of `.dvc/config` hold a secret? `ask_password` and its like only say
 * whether to ask for one.
 * Source: dvc/config_schema.py REMOTE_SCHEMAS.
 */
export function isSecretKey(key: string, value: string): boolean {
  return SECRET.test(key) && !/^(?:true|false)$/i.test(value);
}
