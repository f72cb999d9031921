<?php
// A stock WordPress for tests: no mail, no updates, no requests to anybody, no work behind a visitor's back.
defined('PROEF') || define('PROEF', '');
define('DB_NAME', 'wordpress');
define('DB_USER', PROEF === 'geen-database' ? 'niemand' : 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:' . getenv('ANTWOORD_WP_SOCKET'));
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
foreach (['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'] as $naam) {
    define("{$naam}_KEY", "proef-$naam");
    define("{$naam}_SALT", "zout-$naam");
}
$table_prefix = 'wp_';
// Application passwords need https, or a site that says it is no real one.
define('WP_ENVIRONMENT_TYPE', 'local');
define('WP_DEBUG', false);
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('DISABLE_WP_CRON', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
define('WP_AUTO_UPDATE_CORE', false);
// As for an editor of a site in a network of sites: only HTML that WordPress knows.
define('DISALLOW_UNFILTERED_HTML', PROEF === 'streng');
if (!defined('ABSPATH')) {
    define('ABSPATH', __DIR__ . '/');
}
require_once ABSPATH . 'wp-settings.php';
