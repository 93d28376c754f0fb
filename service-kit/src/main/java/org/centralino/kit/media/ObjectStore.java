package org.centralino.kit.media;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/// The object store, by Amazon's client: it knows how to sign, and where a pod's credentials are.
/// Everything here may wait for the network, so it is not for an event loop.
@Singleton
public class ObjectStore {
    private static final Duration GOOD_FOR = Duration.ofMinutes(10);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final String bucket;
    private final S3Client client;
    private final S3Presigner presigner;

    ObjectStore(MediaConfig config) {
        this.bucket = config.bucket();
        var region = Region.of(config.region());
        var credentials = credentialsOf(config);
        // A server of one's own is often known by one name, and has buckets as folders below it.
        var style = S3Configuration.builder()
                .pathStyleAccessEnabled(config.address().isPresent())
                .build();
        var clientBuilder = S3Client.builder()
                .region(region)
                .credentialsProvider(credentials)
                .serviceConfiguration(style)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT_TIMEOUT)
                        .socketTimeout(SILENCE));
        var presignerBuilder = S3Presigner.builder()
                .region(region)
                .credentialsProvider(credentials)
                .serviceConfiguration(style);
        config.address().ifPresent(address -> {
            clientBuilder.endpointOverride(address);
            presignerBuilder.endpointOverride(address);
        });
        this.client = clientBuilder.build();
        this.presigner = presignerBuilder.build();
    }

    private static AwsCredentialsProvider credentialsOf(MediaConfig config) {
        return config.accessKey()
                .<AwsCredentialsProvider>map(key -> StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        key,
                        config.secretKey()
                                .orElseThrow(() -> new IllegalStateException(
                                        "CENTRALINO_MEDIA_SECRET_KEY is missing beside CENTRALINO_MEDIA_ACCESS_KEY")))))
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
    }

    /// Stores a file, in place of what stood there.
    ///
    /// @param mimeType what the store is to say of it
    public void put(String key, Path file, String mimeType) {
        client.putObject(request -> request.bucket(bucket).key(key).contentType(mimeType), RequestBody.fromFile(file));
    }

    /// Fetches a file.
    ///
    /// @param target is not there yet
    public void get(String key, Path target) {
        client.getObject(request -> request.bucket(bucket).key(key), ResponseTransformer.toFile(target));
    }

    /// Deletes a file. What is gone already is as good as deleted.
    public void delete(String key) {
        client.deleteObject(request -> request.bucket(bucket).key(key));
    }

    /// Deletes everything whose key begins with this. What is gone already is as good as deleted.
    ///
    /// @param folder ends with a slash
    public void deleteFolder(String folder) {
        client.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(folder)).contents().stream()
                .map(S3Object::key)
                .forEach(key ->
                        client.deleteObject(request -> request.bucket(bucket).key(key)));
    }

    /// @return where an object can be had for some minutes, by whoever knows the address: it is for
    ///     us alone
    public String addressOf(String key) {
        return presigner
                .presignGetObject(presigned -> presigned
                        .signatureDuration(GOOD_FOR)
                        .getObjectRequest(request -> request.bucket(bucket).key(key)))
                .url()
                .toExternalForm();
    }

    /// @return where an object can be put for some minutes, by whoever knows the address: it is for us alone
    public String placeFor(String key) {
        return presigner
                .presignPutObject(presigned -> presigned
                        .signatureDuration(GOOD_FOR)
                        .putObjectRequest(request -> request.bucket(bucket).key(key)))
                .url()
                .toExternalForm();
    }

    @PreDestroy
    void close() {
        presigner.close();
        client.close();
    }
}
