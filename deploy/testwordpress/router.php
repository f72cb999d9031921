<?php
// For PHP's own server: readable addresses, and beside them the same site as it may be met elsewhere, by the first
// part of the path. What WordPress then answers is its own doing.
$delen = explode('/', ltrim(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH), '/'), 2);
$bekend = ['plat', 'streng', 'geen-database', 'praatgraag', 'zonder-kop', 'rest-uit', 'omleiding', 'poort-dicht'];
define('PROEF', in_array($delen[0], $bekend, true) ? $delen[0] : '');
if (PROEF !== '') {
    $_SERVER['REQUEST_URI'] = substr($_SERVER['REQUEST_URI'], strlen(PROEF) + 1) ?: '/';
    unset($_SERVER['PATH_INFO']);
}
$pad = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if (PROEF === 'plat' && str_starts_with($pad, '/wp-json')) {
    // A web server that rewrites nothing.
    http_response_code(404);
    echo '<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1></body></html>';
    return true;
}
if (PROEF === 'omleiding') {
    header('Location: https://www.website.example' . $_SERVER['REQUEST_URI'], true, 301);
    return true;
}
if (PROEF === 'poort-dicht' && $_SERVER['REQUEST_METHOD'] === 'POST') {
    // A firewall in front of it that reads along.
    http_response_code(403);
    echo '<html><head><title>403 Forbidden</title></head><body>Request blocked.</body></html>';
    return true;
}
if (PROEF === 'zonder-kop') {
    unset($_SERVER['HTTP_AUTHORIZATION'], $_SERVER['PHP_AUTH_USER'], $_SERVER['PHP_AUTH_PW']);
}
if (PROEF === 'praatgraag') {
    echo "<br />\n<b>Notice</b>:  Undefined variable \$kleur in <b>/plugins/weer.php</b> on line <b>12</b><br />\n";
}
$bestand = realpath(__DIR__ . $pad);
if ($bestand !== false && is_file($bestand) && $pad !== '/router.php') {
    if (PROEF === '') {
        return false;
    }
    if (str_ends_with($bestand, '.php')) {
        $_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = $pad;
        $_SERVER['SCRIPT_FILENAME'] = $bestand;
        chdir(dirname($bestand));
        require $bestand;
        return true;
    }
}
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = '/index.php';
$_SERVER['SCRIPT_FILENAME'] = __DIR__ . '/index.php';
chdir(__DIR__);
require __DIR__ . '/index.php';
