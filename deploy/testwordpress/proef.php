<?php
// What a plug-in for security does on many sites: no REST API for anybody.
if (defined('PROEF') && PROEF === 'rest-uit') {
    add_filter('rest_authentication_errors', function () {
        return new WP_Error('rest_disabled', 'The REST API on this site has been disabled.', ['status' => 401]);
    }, 1000);
}
