<?php
// Installs the site, and prints as JSON where it is, its pages, and an application password of each kind of account.
[, $site, $adres] = $argv;
$_SERVER['HTTP_HOST'] = parse_url($adres, PHP_URL_HOST) . ':' . parse_url($adres, PHP_URL_PORT);
$_SERVER['REQUEST_URI'] = '/';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
define('WP_INSTALLING', true);
define('WP_SITEURL', $adres);
require "$site/wp-load.php";
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
function wp_mail() {
    return true;
}
wp_install('Gemeente Sliedrecht', 'baas', 'baas@website.example', false, '', wp_generate_password(20));
update_option('home', $adres);
update_option('siteurl', $adres);
update_option('timezone_string', 'Europe/Amsterdam');
global $wp_rewrite;
$wp_rewrite->set_permalink_structure('/%postname%/');
flush_rewrite_rules();
$toegang = ['adres' => $adres, 'site' => $site, 'versie' => get_bloginfo('version'), 'aanmeldingen' => []];
foreach (['baas' => 'administrator', 'antwoord' => 'editor', 'auteur' => 'author', 'lid' => 'subscriber'] as $naam => $rol) {
    $nummer = username_exists($naam) ?: wp_create_user($naam, wp_generate_password(20), "$naam@website.example");
    (new WP_User($nummer))->set_role($rol);
    [$wachtwoord] = WP_Application_Passwords::create_new_application_password($nummer, ['name' => 'proef']);
    $toegang['aanmeldingen'][$naam] = "$naam:" . WP_Application_Passwords::chunk_password($wachtwoord);
}
$toegang['ouder'] = wp_insert_post([
    'post_type' => 'page', 'post_title' => 'Producten', 'post_name' => 'producten', 'post_status' => 'publish',
    'post_content' => '<!-- wp:paragraph --><p>Alles wat u bij ons regelt.</p><!-- /wp:paragraph -->',
]);
echo json_encode($toegang, JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES), "\n";
